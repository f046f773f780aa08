"""The checks, one file each. The file's name is the check's id."""
