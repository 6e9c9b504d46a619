"""The lesson's own run beside a what-if's."""
