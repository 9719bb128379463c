package app.countersign.mail;

import app.countersign.document.StoredFile;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A file that came with a mail, kept byte for byte. */
@Embeddable
public class IntakeFile {

    @Column(name = "file_name")
    private String name;

    @Column(name = "media_type")
    private String mediaType;

    private String sha256;

    @Column(name = "file_size")
    private long size;

    protected IntakeFile() {}

    IntakeFile(String name, String mediaType, StoredFile file) {
        this.name = name;
        this.mediaType = mediaType;
        this.sha256 = file.sha256();
        this.size = file.size();
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    public String sha256() {
        return sha256;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    public boolean isPdf() {
        return mediaType.equals("application/pdf");
    }
}
