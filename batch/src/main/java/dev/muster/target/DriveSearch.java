package dev.muster.target;

import dev.muster.model.DriveName;
import java.util.Collection;
import java.util.Set;

/** Knows which names of drive folders are in use. Thread-safe. */
public interface DriveSearch {
    /**
     * Which of these names a drive folder has; a name that was given up lately may be among them.
     *
     * @param names any number, each once; empty gives an empty answer without a round
     * @throws TargetException if the back-end cannot be used
     */
    Set<DriveName> takenDrives(Collection<DriveName> names);
}
