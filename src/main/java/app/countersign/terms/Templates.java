package app.countersign.terms;

import app.countersign.kernel.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The contract forms of one folder of folders. A folder with a mistake is left out and told of; it never hides the
 * others.
 *
 * @param templates by code
 * @param flaws of the folders that were refused
 */
public record Templates(List<Template> templates, List<Flaw> flaws) {

    public Templates {
        templates = List.copyOf(templates);
        flaws = List.copyOf(flaws);
    }

    /**
     * Every form under {@code home}, one folder each; hidden folders and files are passed over.
     *
     * <p>A folder that cannot be read is a flaw, too, also {@code home} itself.
     */
    public static Templates read(Path home) {
        List<Template> templates = new ArrayList<>();
        List<Flaw> flaws = new ArrayList<>();
        for (Path folder : folders(home, flaws)) {
            read(folder, templates, flaws);
        }
        return new Templates(templates, flaws);
    }

    public Optional<Template> find(String code) {
        return templates.stream().filter(t -> t.code().equals(code)).findFirst();
    }

    private static void read(Path folder, List<Template> templates, List<Flaw> flaws) {
        String code = folder.getFileName().toString();
        try {
            templates.add(Template.of(files(folder), code));
        } catch (Flawed e) {
            flaws.addAll(e.flaws());
        } catch (IOException e) {
            flaws.add(unreadable(code, e));
        }
    }

    private static List<Path> folders(Path home, List<Flaw> flaws) {
        try (Stream<Path> children = Files.list(home)) {
            return children.filter(Files::isDirectory)
                    .filter(Templates::isVisible)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            flaws.add(unreadable(home.toString(), e));
            return List.of();
        }
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(Templates::isVisible)
                    .toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static boolean isVisible(Path path) {
        return !path.getFileName().toString().startsWith(".");
    }

    private static Flaw unreadable(String folder, IOException e) {
        return new Flaw(folder, 0, Reason.of("terms.flaw.unreadable", String.valueOf(e.getMessage())));
    }
}
