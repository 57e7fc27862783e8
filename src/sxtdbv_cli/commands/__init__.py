"""The subcommands: a module each with a function of its name, thin; only they print."""
