package dev.muster.target.groupware;

class GroupwareTargetTest extends GroupwareInMemory
        implements GroupwareContract, GroupwareBehaviour, RemovalBehaviour {}
