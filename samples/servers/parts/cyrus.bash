start_cyrus() { die "Cyrus is not there yet"; }
await_cyrus() { :; }
