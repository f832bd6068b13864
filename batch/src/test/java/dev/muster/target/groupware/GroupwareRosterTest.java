package dev.muster.target.groupware;

class GroupwareRosterTest extends GroupwareInMemory implements GroupwareRosterContract {}
