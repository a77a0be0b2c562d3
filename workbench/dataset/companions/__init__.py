"""What lies beside the tables: scripts that load them, and their description for machines."""
