package dev.muster.target;

import dev.muster.model.DriveName;
import java.util.Set;

/** Knows which names of drive folders are in use. Thread-safe. */
public interface DriveSearch {
    /**
     * The names that drive folders have; some that were given up lately may be among them.
     *
     * @return a view that later calls add to
     * @throws TargetException if the back-end cannot be used
     */
    Set<DriveName> drives();
}
