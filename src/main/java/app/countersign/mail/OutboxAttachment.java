package app.countersign.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A stored file that goes with a mail; read from the store only when the mail is delivered. */
@Embeddable
public class OutboxAttachment {

    @Column(name = "file_name")
    private String name;

    @Column(name = "media_type")
    private String mediaType;

    private String sha256;

    protected OutboxAttachment() {}

    OutboxAttachment(Mail.Attachment file) {
        name = file.name();
        mediaType = file.mediaType();
        sha256 = file.sha256();
    }

    Mail.Attachment file() {
        return new Mail.Attachment(name, mediaType, sha256);
    }
}
