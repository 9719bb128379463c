package app.countersign.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/**
 * The folder {@code Countersign/Filed}, to which mails go that are dealt with. A server that can't move mails leaves
 * them where they are, marked as seen: to copy and delete would take along what others have marked for deletion.
 */
final class FiledFolder {

    private static final String OURS = "Countersign";
    private static final String FILED = "Filed";

    private final Folder from;

    /** @param from the open folder that they lie in */
    FiledFolder(Folder from) {
        this.from = from;
    }

    void take(List<Long> uids) throws MessagingException {
        Message[] messages = found(uids);
        if (messages.length == 0) {
            return;
        }
        from.setFlags(messages, new Flags(Flags.Flag.SEEN), true);
        boolean moves = ((IMAPStore) from.getStore()).hasCapability("MOVE");
        Folder filed = moves ? filed() : null;
        if (filed != null) {
            ((IMAPFolder) from).moveMessages(messages, filed);
        }
    }

    /** A person may have moved or deleted some in the meantime. */
    private Message[] found(List<Long> uids) throws MessagingException {
        long[] numbers = uids.stream().mapToLong(Long::longValue).toArray();
        List<Message> found = new ArrayList<>();
        for (Message message : ((UIDFolder) from).getMessagesByUID(numbers)) {
            if (message != null && !message.isExpunged()) {
                found.add(message);
            }
        }
        return found.toArray(Message[]::new);
    }

    /** Beside the inbox, or inside it where the server has it so; null if it can't be made. */
    private Folder filed() throws MessagingException {
        Folder root = from.getStore().getDefaultFolder();
        Folder beside = made(root.getFolder(OURS));
        return beside != null ? beside : made(from.getStore().getFolder("INBOX").getFolder(OURS));
    }

    private static Folder made(Folder ours) throws MessagingException {
        try {
            if (!ours.exists() && !ours.create(Folder.HOLDS_FOLDERS | Folder.HOLDS_MESSAGES)) {
                return null;
            }
            Folder filed = ours.getFolder(FILED);
            return filed.exists() || filed.create(Folder.HOLDS_MESSAGES) ? filed : null;
        } catch (jakarta.mail.StoreClosedException e) {
            throw e;
        } catch (MessagingException e) {
            // Not allowed there; perhaps it is elsewhere.
            return null;
        }
    }
}
