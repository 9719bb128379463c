package app.countersign.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

/** A demonstration key, made once for all tests, and what it seals. */
final class Seals {

    static final char[] PASSWORD = "not a secret".toCharArray();
    static final Clock CLOCK = Clock.fixed(Samples.THEN, ZoneOffset.UTC);
    static final SealKey KEY = key();
    static final SealNote NOTE = new SealNote("Muster Verarbeitung AG", "Gegenzeichnung", "Zürich");

    private Seals() {}

    /** Somebody else's, that looks the same. */
    static SealKey another() {
        return Another.KEY;
    }

    /** Made only for those who ask. */
    private static final class Another {
        private static final SealKey KEY = key();
    }

    private static SealKey key() {
        try {
            Path folder = Files.createTempDirectory("seal");
            Path file = folder.resolve("seal.p12");
            SealKey key = SealKey.demo(file, PASSWORD, "Muster Verarbeitung AG", CLOCK);
            Files.delete(file);
            Files.delete(folder);
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] sealed() {
        return new Seal(KEY, Optional.empty()).seal(Samples.completed(), NOTE, Samples.THEN);
    }
}
