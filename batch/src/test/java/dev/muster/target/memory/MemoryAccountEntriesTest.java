package dev.muster.target.memory;

import dev.muster.model.ObjectKey;
import dev.muster.target.AccountEntries;
import dev.muster.target.AccountEntriesContract;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

class MemoryAccountEntriesTest implements AccountEntriesContract {
    private final Set<ObjectKey> people = new HashSet<>();
    private final AccountEntries entries = new MemoryAccountEntries(people::contains);
    private final AtomicInteger number = new AtomicInteger();

    @Override
    public AccountEntries entries() {
        return entries;
    }

    @Override
    public String freshName() {
        return "name" + number.incrementAndGet();
    }

    @Override
    public void prepare(List<ObjectKey> newcomers) {
        people.addAll(newcomers);
    }
}
