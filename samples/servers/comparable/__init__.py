"""The parts of samples/servers/dump: what the back-ends hold, as lines that can be compared."""
