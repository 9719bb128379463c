package app.countersign.mail;

import java.io.IOException;
import java.io.InputStream;

/** Where the files are that go with mails: the document room's store, which this room does not otherwise need. */
@FunctionalInterface
public interface AttachedFiles {

    /** @throws IOException if there is no such file or it can't be read now */
    InputStream open(String sha256) throws IOException;
}
