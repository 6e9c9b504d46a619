"""What Qt's bindings lack: typed signals, and small answers about keys and buses."""
