package dev.muster.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/**
 * What was decided for an identity once and for all: read back before any counter is asked, so that a resumed or
 * repeated run decides the same again. Numbers are 0 as long as they are not claimed (dry run, target switched off).
 *
 * @param source the name of the feed's source
 * @param identity as in {@link UserDraft}
 * @param userName the login name, given or generated
 * @param mail the primary address, given or generated
 * @param uidNumber the directory's {@code uidNumber}
 * @param userId the groupware's {@code user.id}, from {@code sequence_principal}
 * @param contactId the groupware's {@code prg_contacts.intfield01}, from {@code sequence_contact}
 * @param firstFolderId the first of ten consecutive ids from {@code sequence_folder}
 * @param driveName what the drive folder is called
 * @param generation counts the generated passwords of this identity, from 1
 */
public record Claims(
        String source,
        String identity,
        UserName userName,
        MailAddress mail,
        long uidNumber,
        long userId,
        long contactId,
        long firstFolderId,
        DriveName driveName,
        int generation) {
    /** The same claims with that drive folder. */
    public Claims with(DriveName drive) {
        return new Claims(
                source, identity, userName, mail, uidNumber, userId, contactId, firstFolderId, drive, generation);
    }

    /** The id of one default folder. */
    public long folderId(GroupwareFolder folder) {
        return firstFolderId + folder.ordinal();
    }

    /**
     * The UUID of something of this person, the same at every call (RFC 4122 version 3).
     *
     * @param purpose what it identifies, such as {@code contact} or {@code alias:anna@example.org}
     */
    public UUID uuid(String purpose) {
        return UUID.nameUUIDFromBytes((source + "\n" + identity + "\n" + purpose).getBytes(UTF_8));
    }
}
