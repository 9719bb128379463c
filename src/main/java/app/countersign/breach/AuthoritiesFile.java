package app.countersign.breach;

import app.countersign.kernel.Country;
import app.countersign.kernel.EmailAddress;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads {@code authorities.yaml}. A mistake is named, with the entry in which it is. */
final class AuthoritiesFile {

    private static final Set<String> KEYS =
            Set.of("id", "country", "land", "bodies", "from", "until", "name", "web", "form", "email");

    private AuthoritiesFile() {}

    /** @throws IllegalArgumentException if it is missing or has a mistake */
    static Authorities read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Object root =
                    new Load(LoadSettings.builder().setLabel(Authorities.FILE).build()).loadFromInputStream(in);
            Map<String, Object> parts = map(root, "the file");
            return new Authorities(authorities(parts), regions(parts));
        } catch (IOException | YamlEngineException | IllegalArgumentException e) {
            throw new IllegalArgumentException(Authorities.FILE + ": " + e.getMessage(), e);
        }
    }

    private static List<Authority> authorities(Map<String, Object> root) {
        List<Authority> all = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Object item : list(root.get("authorities"), "authorities")) {
            Map<String, Object> entry = map(item, "an entry of authorities");
            String id = text(entry, "id");
            if (!ids.add(id)) {
                throw new IllegalArgumentException("the id " + id + " comes twice");
            }
            try {
                all.add(authority(entry));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new IllegalArgumentException(id + ": " + e.getMessage(), e);
            }
        }
        return all;
    }

    private static Authority authority(Map<String, Object> entry) {
        for (String key : entry.keySet()) {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("there is no key " + key);
            }
        }
        Map<String, String> names = new LinkedHashMap<>();
        map(entry.get("name"), "name").forEach((language, name) -> names.put(language, String.valueOf(name)));
        for (String language : List.of("de", "en")) {
            if (!names.containsKey(language)) {
                throw new IllegalArgumentException("name." + language + " is missing");
            }
        }
        return new Authority(
                text(entry, "id"),
                new Country(text(entry, "country")),
                maybe(entry, "land"),
                maybe(entry, "bodies"),
                LocalDate.parse(text(entry, "from")),
                maybe(entry, "until").map(LocalDate::parse),
                names,
                URI.create(text(entry, "web")),
                maybe(entry, "form").map(URI::create),
                maybe(entry, "email").map(EmailAddress::new));
    }

    private static Map<String, Map<String, List<String>>> regions(Map<String, Object> root) {
        Map<String, Map<String, List<String>>> regions = new LinkedHashMap<>();
        map(root.get("postal-codes"), "postal-codes").forEach((country, codes) -> {
            Map<String, List<String>> lands = new LinkedHashMap<>();
            map(codes, country)
                    .forEach((digits, names) -> lands.put(
                            digits,
                            list(names, digits).stream().map(String::valueOf).toList()));
            regions.put(country, lands);
        });
        return regions;
    }

    private static Map<String, Object> map(Object value, String where) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(where + " should hold keys with values");
        }
        Map<String, Object> read = new LinkedHashMap<>();
        map.forEach((key, one) -> read.put(String.valueOf(key), one));
        return read;
    }

    private static List<?> list(Object value, String where) {
        if (!(value instanceof List<?> list)) {
            throw new IllegalArgumentException(where + " should be a list");
        }
        return list;
    }

    private static String text(Map<String, Object> entry, String key) {
        return maybe(entry, key).orElseThrow(() -> new IllegalArgumentException(key + " is missing"));
    }

    private static Optional<String> maybe(Map<String, Object> entry, String key) {
        return Optional.ofNullable(entry.get(key)).map(String::valueOf);
    }
}
