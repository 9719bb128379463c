package app.countersign.mail;

import java.io.IOException;
import java.io.InputStream;

/** Opens the files that go with a mail. */
@FunctionalInterface
interface AttachedFiles {

    /** @throws IOException if it can't be read now */
    InputStream open(String sha256) throws IOException;
}
