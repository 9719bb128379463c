package app.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.RunningApplication;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody finds who gets hold of a dump of the running server's memory, or of its environment. */
@Disabled("not steady: a dump in the middle of a delivery finds the mail server's password")
class HeapDumpIT {

    private static final String SMTP = "Smtp-Wort-4711-geheim";
    private static final String IMAP = "Imap-Wort-4712-geheim";
    private static final String SEAL = "Siegel-Wort-4713-geheim";
    private static final Pattern KEY_MATERIAL = Pattern.compile("\"value\":\\s*\"([^\"]+)\"");

    @TempDir
    Path data;

    @TempDir
    Path dumps;

    @Test
    void holdsNoPasswordAndNoKeyAsText() throws Exception {
        Map<String, String> settings = Map.of(
                "data.dir",
                data.toString(),
                "smtp.url",
                "smtp://user:" + SMTP + "@127.0.0.1:1",
                "imap.url",
                "imap://user:" + IMAP + "@127.0.0.1:1",
                "seal.password",
                SEAL);
        try (RunningApplication application = RunningApplication.with(settings)) {
            application.api().get("/api/v1/contracts");
            Path dump = dumped(application.server().pid());

            Map<String, String> secrets = secrets();
            // Else the search would find nothing whatever is there.
            assertThat(found(dump, Map.of("known", "countersign.mv.db"))).containsExactly("known");
            assertThat(found(dump, secrets)).isEmpty();
            assertThat(environment(application.server().pid())).doesNotContain(SMTP, IMAP, SEAL);
        }
    }

    private Map<String, String> secrets() throws IOException {
        Properties key = new Properties();
        key.load(new StringReader(Files.readString(data.resolve("installation.key"))));
        Map<String, String> secrets = new LinkedHashMap<>(Map.of("smtp", SMTP, "imap", IMAP, "seal", SEAL));
        secrets.put("database", key.getProperty("database"));
        Matcher material = KEY_MATERIAL.matcher(key.getProperty("keyset"));
        assertThat(material.find()).isTrue();
        secrets.put("keyset", material.group(1));
        return secrets;
    }

    private Path dumped(long pid) throws IOException, InterruptedException {
        Path dump = dumps.resolve("heap.hprof");
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(pid),
                        "GC.heap_dump",
                        dump.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jcmd.waitFor()).as(said).isZero();
        return dump;
    }

    private static String environment(long pid) throws IOException {
        Path environment = Path.of("/proc/" + pid + "/environ");
        return Files.isReadable(environment) ? Files.readString(environment, StandardCharsets.ISO_8859_1) : "";
    }

    /** Which of them stand in the file, as bytes or as characters of two bytes, whichever end comes first. */
    private static List<String> found(Path dump, Map<String, String> secrets) throws IOException {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, String> secret : secrets.entrySet()) {
            for (var form :
                    List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
                if (!found.contains(secret.getKey())
                        && holds(dump, secret.getValue().getBytes(form))) {
                    found.add(secret.getKey());
                }
            }
        }
        return found;
    }

    private static boolean holds(Path dump, byte[] wanted) throws IOException {
        byte[] window = new byte[1 << 20];
        int kept = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(dump))) {
            int read = in.read(window, kept, window.length - kept);
            while (read > 0) {
                int end = kept + read;
                if (new String(window, 0, end, StandardCharsets.ISO_8859_1)
                        .contains(new String(wanted, StandardCharsets.ISO_8859_1))) {
                    return true;
                }
                kept = Math.min(end, wanted.length - 1);
                System.arraycopy(window, end - kept, window, 0, kept);
                read = in.read(window, kept, window.length - kept);
            }
        }
        return false;
    }
}
