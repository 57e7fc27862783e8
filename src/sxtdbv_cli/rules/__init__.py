"""The rules: a module each, and its page in both languages beside it; the folder is the registry."""
