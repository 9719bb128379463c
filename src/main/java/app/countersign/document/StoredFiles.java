package app.countersign.document;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Files in the database, in chunks, under the SHA-256 of their content. What is stored belongs to the caller's
 * transaction.
 */
@ApplicationScoped
public class StoredFiles {

    @Resource(lookup = "java:app/jdbc/countersign")
    private DataSource database;

    protected StoredFiles() {}

    public StoredFiles(DataSource database) {
        this.database = database;
    }

    public StoredFile store(byte[] content, String mediaType) {
        throw new UnsupportedOperationException();
    }

    /** Content that is there already is not stored twice. The stream is read to its end, not closed. */
    public StoredFile store(InputStream content, String mediaType) {
        throw new UnsupportedOperationException();
    }

    public Optional<StoredFile> find(String sha256) {
        throw new UnsupportedOperationException();
    }

    /**
     * The content, read chunk by chunk. Reading fails with an IOException at the end if the content is not what its name
     * says.
     *
     * @throws app.countersign.kernel.NotFound when there is no such file
     */
    public InputStream open(String sha256) {
        throw new UnsupportedOperationException();
    }

    /** The whole content, checked. For files known to be small. */
    public byte[] read(String sha256) {
        throw new UnsupportedOperationException();
    }
}
