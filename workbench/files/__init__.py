"""What a file from anywhere passes before it is read: encodings, zips, XML, tables, cells."""
