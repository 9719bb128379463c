package app.countersign.backup;

import app.countersign.kernel.Refused;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The outside of a backup: two lines that anyone can read, and behind them what nobody can but with the installation's
 * key. Each file has a key of its own, which travels in the second line, itself encrypted.
 */
final class Envelope {

    private static final String FIRST_WORDS = "countersign-backup 1 ";
    private static final int LONGEST_LINE = 16 << 10;
    private static final int SEGMENT = 1 << 20;
    private static final int BUFFER = 256 << 10;

    private Envelope() {}

    /** The stream into which records go; closing it ends the file.
     *
     * @param installation encrypts with the installation's key */
    static OutputStream write(OutputStream file, UUID id, Instant madeAt, String schema, Aead installation)
            throws IOException {
        try {
            StreamingAeadConfig.register();
            KeysetHandle key = KeysetHandle.generateNew(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB);
            byte[] plain = TinkProtoKeysetFormat.serializeKeyset(key, InsecureSecretKeyAccess.get());
            byte[] secret = installation.encrypt(plain, purpose(id));
            Arrays.fill(plain, (byte) 0);
            int keyId = ByteBuffer.wrap(secret, 1, Integer.BYTES).getInt();
            byte[] lines = lines(new Header(id, madeAt, schema, keyId, secret));
            file.write(lines);
            OutputStream sealing = cipher(key).newEncryptingStream(file, lines);
            return new BufferedOutputStream(sealing, BUFFER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    private static byte[] lines(Header header) {
        byte[] second = (header.line() + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] first = (FIRST_WORDS + sha256(second) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static StreamingAead cipher(KeysetHandle key) throws GeneralSecurityException {
        return key.getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
    }

    private static byte[] purpose(UUID id) {
        return ("backup:" + id).getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Does something with the opened file. */
    interface User<T> {
        T use(Header header, InputStream records) throws IOException;
    }

    /**
     * Opens a backup.
     *
     * @throws Refused if it is none, was made with another key, or is damaged, with the bytes between which
     * @throws IOException if the file can't be read
     */
    static <T> T read(Path file, Aead installation, User<T> user) throws IOException {
        try (Counting counting = new Counting(Files.newInputStream(file))) {
            byte[] first = line(counting, FIRST_WORDS.length() + 65);
            if (!new String(first, StandardCharsets.UTF_8).startsWith(FIRST_WORDS)) {
                throw Refused.because("backup.problem.no-backup", file.toString());
            }
            byte[] second = line(counting, LONGEST_LINE);
            String named = new String(first, StandardCharsets.UTF_8).strip().substring(FIRST_WORDS.length());
            if (!named.equals(sha256(second))) {
                throw damaged(file, 0, first.length + second.length);
            }
            Header header = Header.of(new String(second, StandardCharsets.UTF_8))
                    .orElseThrow(() -> damaged(file, 0, first.length + second.length));
            byte[] both = Arrays.copyOf(first, first.length + second.length);
            System.arraycopy(second, 0, both, first.length, second.length);
            return records(file, counting, header, both, installation, user);
        }
    }

    private static <T> T records(
            Path file, Counting counting, Header header, byte[] lines, Aead installation, User<T> user)
            throws IOException {
        try (InputStream records = cipher(key(header, installation)).newDecryptingStream(counting, lines)) {
            return user.use(header, records);
        } catch (IOException e) {
            if (counting.broken) {
                throw e;
            }
            // What does not open is what was read last: a segment, or two with the one that was read ahead.
            long from = Math.max(lines.length, counting.read - 2L * SEGMENT);
            throw damaged(file, from, counting.read);
        } catch (GeneralSecurityException e) {
            throw damaged(file, 0, lines.length);
        }
    }

    private static KeysetHandle key(Header header, Aead installation) throws GeneralSecurityException {
        StreamingAeadConfig.register();
        byte[] plain;
        try {
            plain = installation.decrypt(header.secret(), purpose(header.id()));
        } catch (GeneralSecurityException e) {
            throw Refused.because("backup.problem.other-key", Integer.toUnsignedString(header.keyId()));
        }
        try {
            return TinkProtoKeysetFormat.parseKeyset(plain, InsecureSecretKeyAccess.get());
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static Refused damaged(Path file, long from, long to) {
        return Refused.because("backup.problem.damaged", String.valueOf(file.getFileName()), from, to);
    }

    private static byte[] line(InputStream in, int longest) throws IOException {
        byte[] line = new byte[longest];
        int length = 0;
        while (length < longest) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            line[length++] = (byte) next;
            if (next == '\n') {
                break;
            }
        }
        return Arrays.copyOf(line, length);
    }

    /** Knows how far it has been read, and whether it is the file that fails or what stands in it. */
    private static final class Counting extends FilterInputStream {

        private long read;
        private boolean broken;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = noticed(in::read);
            read += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = noticed(() -> in.read(bytes, from, length));
            read += Math.max(0, count);
            return count;
        }

        private interface Read {
            int go() throws IOException;
        }

        private int noticed(Read read) throws IOException {
            try {
                return read.go();
            } catch (IOException e) {
                broken = true;
                throw e;
            }
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
