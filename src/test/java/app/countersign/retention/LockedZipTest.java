package app.countersign.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.NotFound;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import net.lingala.zip4j.model.LocalFileHeader;
import org.junit.jupiter.api.Test;

class LockedZipTest {

    private static final String WORDS = "korrekt-pferd-batterie";
    private static final int MIB = 1024 * 1024;

    private final Passphrases passphrases = new Passphrases(new Pseudonyms(new byte[32]));
    private final UUID contract = UUID.randomUUID();

    /** As whoever gets it opens it.
     *
     * @throws IOException if that is not its passphrase */
    static Map<String, byte[]> opened(byte[] zip, String passphrase) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), passphrase.toCharArray())) {
            for (LocalFileHeader entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(entry.isEncrypted()).as(entry.getFileName()).isTrue();
                entries.put(entry.getFileName(), in.readAllBytes());
            }
        }
        return entries;
    }

    @Test
    void whatWasPutInComesOutWithThePassphraseOnly() throws IOException {
        byte[] secret = "Anna Weber, anna@example.org".repeat(99).getBytes(StandardCharsets.UTF_8);
        byte[] random = new byte[MIB];
        new Random(7).nextBytes(random);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LockedZip zip = new LockedZip(out, WORDS, Chats.NOW)) {
            assertThat(zip.add("contract.json", new ByteArrayInputStream(secret)))
                    .isEqualTo(secret.length);
            zip.add("documents/ü.pdf", new ByteArrayInputStream(random));
            zip.add("empty.csv", InputStream.nullInputStream());
        }
        byte[] zip = out.toByteArray();

        assertThat(new String(zip, StandardCharsets.ISO_8859_1)).doesNotContain("Anna", "anna@example.org");
        Map<String, byte[]> entries = opened(zip, WORDS);
        assertThat(entries.keySet()).containsExactly("contract.json", "documents/ü.pdf", "empty.csv");
        assertThat(entries.get("contract.json")).isEqualTo(secret);
        assertThat(entries.get("documents/ü.pdf")).isEqualTo(random);
        assertThat(entries.get("empty.csv")).isEmpty();
        assertThatThrownBy(() -> opened(zip, WORDS + "x")).isInstanceOf(IOException.class);
    }

    /** What has been read is on its way before the rest is. */
    @Test
    void nothingIsHeldBackUntilAllIsRead() throws IOException {
        long[] written = new long[1];
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int one) {
                written[0]++;
            }

            @Override
            public void write(byte[] some, int from, int length) {
                written[0] += length;
            }
        };
        Random random = new Random(8);
        InputStream content = new InputStream() {
            private long read;

            @Override
            public int read() {
                return read++ < 9 * MIB ? random.nextInt(256) : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                assertThat(read - written[0]).isLessThan(MIB);
                int some = (int) Math.min(length, 9L * MIB - read);
                for (int i = 0; i < some; i++) {
                    into[from + i] = (byte) random.nextInt(256);
                }
                read += some;
                return some == 0 ? -1 : some;
            }
        };
        try (LockedZip zip = new LockedZip(counting, WORDS, Chats.NOW)) {
            assertThat(zip.add("large.bin", content)).isEqualTo(9L * MIB);
        }
        assertThat(written[0]).isGreaterThan(9L * MIB);
    }

    @Test
    void aPassphraseFollowsFromItsTicketAndIsNeverTheSameTwice() {
        Passphrases.Passphrase one = passphrases.draw(contract);

        assertThat(one.words()).matches("[a-z2-9]{5}(-[a-z2-9]{5}){4}");
        assertThat(passphrases.of(contract, one.ticket())).isEqualTo(one.words());
        assertThat(passphrases.of(UUID.randomUUID(), one.ticket())).isNotEqualTo(one.words());
        assertThat(passphrases.draw(contract).words()).isNotEqualTo(one.words());
        assertThat(new Passphrases(new Pseudonyms(new byte[] {1})).of(contract, one.ticket()))
                .as("of another installation")
                .isNotEqualTo(one.words());
        assertThat(one.toString()).doesNotContain(one.words());
        for (String bad :
                new String[] {null, "", "x", one.ticket() + "0", one.ticket().toUpperCase() + "g"}) {
            assertThatThrownBy(() -> passphrases.of(contract, bad)).isInstanceOf(NotFound.class);
        }
    }
}
