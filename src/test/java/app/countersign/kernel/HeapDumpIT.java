package app.countersign.kernel;

import static app.countersign.it.Agreements.good;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.Agreements;
import app.countersign.it.Patience;
import app.countersign.it.RunningApplication;
import app.countersign.it.SharedApplication;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody finds who gets hold of a dump of the running server's memory, or of its environment. */
class HeapDumpIT {

    private static final Pattern KEY_MATERIAL = Pattern.compile("\"value\":\\s*\"([^\"]+)\"");

    @TempDir
    Path dumps;

    private final RunningApplication application = SharedApplication.get();

    @Test
    void holdsNoPasswordAndNoKeyAsText() throws Exception {
        awaitEveryPasswordInUse();
        Map<String, String> secrets = secrets();

        Set<String> found = found(secrets, "known", "countersign.mv.db");

        // Else the search would find nothing whatever is there.
        assertThat(found).contains("known");
        found.remove("known");
        if (!found.isEmpty()) {
            // The mail library can connect with nothing but a text, which lives as long as the connecting. One that is
            // kept is there a second time.
            found.retainAll(found(secrets));
        }
        assertThat(found).isEmpty();
        assertThat(environment(application.server().pid())).doesNotContain(secrets.values());
    }

    /** A mail went out, and the mailbox was looked at. */
    private void awaitEveryPasswordInUse() {
        int before = SharedApplication.mail().getReceivedMessages().length;
        new Agreements(application.api()).issued("okomo-dpa", "Gedächtnis AG");
        Patience.until(
                "a mail is out",
                Duration.ofMinutes(1),
                () -> SharedApplication.mail().getReceivedMessages().length > before);
        Patience.until(
                "the mailbox was looked at",
                Duration.ofMinutes(1),
                () -> good(application.api().get("/api/v1/inbox")).text().contains("\"readAt\""));
    }

    /** Also as it stands in an address. */
    private Map<String, String> secrets() throws IOException {
        Properties key = new Properties();
        key.load(new StringReader(Files.readString(application.data().resolve("installation.key"))));
        Map<String, String> secrets = new LinkedHashMap<>(SharedApplication.PASSWORDS);
        SharedApplication.PASSWORDS.forEach((name, password) -> secrets.put(
                name + " in an address", password.replace(" ", "%20").replace("/", "%2F")));
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

    /** @param more names and texts that are looked for, too */
    private Set<String> found(Map<String, String> secrets, String... more) throws IOException, InterruptedException {
        Map<String, String> wanted = new LinkedHashMap<>(secrets);
        for (int i = 0; i < more.length; i += 2) {
            wanted.put(more[i], more[i + 1]);
        }
        Path dump = dumped(application.server().pid());
        try {
            return found(dump, wanted);
        } finally {
            Files.delete(dump);
        }
    }

    /** Which of them stand in the file, as bytes or as characters of two bytes, whichever end comes first. */
    private static Set<String> found(Path dump, Map<String, String> secrets) throws IOException {
        Map<String, String> forms = new LinkedHashMap<>();
        secrets.forEach((name, secret) -> {
            for (var form :
                    List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
                forms.put(new String(secret.getBytes(form), StandardCharsets.ISO_8859_1), name);
            }
        });
        int longest = forms.keySet().stream().mapToInt(String::length).max().orElse(0);
        Set<String> found = new TreeSet<>();
        byte[] window = new byte[1 << 20];
        int end = 0;
        try (InputStream in = Files.newInputStream(dump)) {
            for (int read = in.read(window, 0, window.length);
                    read > 0;
                    read = in.read(window, end, window.length - end)) {
                end += read;
                String text = new String(window, 0, end, StandardCharsets.ISO_8859_1);
                forms.forEach((form, name) -> {
                    if (text.contains(form)) {
                        found.add(name);
                    }
                });
                int kept = Math.min(end, longest);
                System.arraycopy(window, end - kept, window, 0, kept);
                end = kept;
            }
        }
        return found;
    }
}
