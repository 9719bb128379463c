package app.countersign.launch;

import app.countersign.kernel.HandedOver;
import app.countersign.kernel.SettingSources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A command that the launcher does instead of starting the application. It needs the libraries in the WAR, and so runs in
 * a process of its own that has them.
 */
final class Command {

    private static final Map<String, String> MAIN = Map.of(
            "restore", "app.countersign.backup.RestoreCommand",
            "rotate-key", "app.countersign.vault.RotateKey");
    private static final String LIBRARIES = "WEB-INF/lib/";
    private static final String CLASSES = "WEB-INF/classes/";

    private final String main;
    private final List<String> words;

    private Command(String main, List<String> words) {
        this.main = main;
        this.words = words;
    }

    /** Empty if these words are none. */
    static Optional<Command> of(List<String> words) {
        return words.stream().findFirst().map(MAIN::get).map(main -> new Command(main, words.subList(1, words.size())));
    }

    static List<String> names() {
        return MAIN.keySet().stream().sorted().toList();
    }

    /** @return how it ended: 0 is well */
    int run(Path war) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("countersign");
        try {
            unpack(war, folder);
            List<String> line = new ArrayList<>();
            line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            line.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-Djava.util.logging.config.file=" + quiet(folder)));
            line.addAll(List.of("-cp", folder.resolve("classes") + java.io.File.pathSeparator + folder.resolve("*")));
            line.add(main);
            line.addAll(words);
            ProcessBuilder builder = new ProcessBuilder(line)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            return HandedOver.start(builder, SettingSources.allOfProcess()).waitFor();
        } finally {
            remove(folder);
        }
    }

    private static Path quiet(Path folder) throws IOException {
        return Files.writeString(folder.resolve("quiet.properties"), ".level=OFF\n");
    }

    private static void unpack(Path war, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(war.toFile())) {
            for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
                Optional<Path> target = target(entry.getName(), folder);
                if (target.isPresent()) {
                    Files.createDirectories(target.get().getParent());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, target.get());
                    }
                }
            }
        }
    }

    private static Optional<Path> target(String name, Path folder) {
        if (name.startsWith(LIBRARIES)) {
            return Optional.of(folder.resolve(name.substring(LIBRARIES.length())));
        }
        return name.startsWith(CLASSES)
                ? Optional.of(folder.resolve("classes").resolve(name.substring(CLASSES.length())))
                : Optional.empty();
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
