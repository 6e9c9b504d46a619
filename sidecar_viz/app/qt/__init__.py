"""What Qt's bindings lack: signals whose values the type checker knows."""
