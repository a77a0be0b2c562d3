"""What a user or a script can do: sessions, commands, jobs, settings, messages. No Qt, no SQL."""
