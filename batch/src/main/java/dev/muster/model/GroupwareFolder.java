package dev.muster.model;

/** The ten default folders of a groupware user, in the order in which they are made ({@code oxfolder_tree}). */
public enum GroupwareFolder {
    CALENDAR,
    CONTACTS,
    TASKS,
    DRIVE_HOME,
    TRASH,
    DOCUMENTS,
    TEMPLATES,
    PICTURES,
    MUSIC,
    VIDEOS
}
