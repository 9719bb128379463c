package app.countersign.kernel;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Single settings, each checked for what it is: a number, a period, an address. Names are short, without
 * {@code countersign.}; whatever can't be is a {@link Settings.Wrong}.
 */
final class SettingValues {

    private final Function<String, Optional<String>> source;

    /** @param source the value of a full name such as {@code countersign.port}, if it is set */
    SettingValues(Function<String, Optional<String>> source) {
        this.source = source;
    }

    Optional<String> value(String name) {
        return source.apply("countersign." + name).map(String::strip).filter(v -> !v.isEmpty());
    }

    /** Words with commas between, in small letters. */
    Set<String> words(String name) {
        Set<String> words = new LinkedHashSet<>();
        value(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .forEach(words::add);
        return words;
    }

    Optional<Secret> secret(String name, Set<String> schemes) {
        return uri(name, schemes).map(URI::toString).map(Secret::of);
    }

    boolean flag(String name) {
        String text = value(name).orElse("false");
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw new Settings.Wrong(name, "'" + text + "' is neither true nor false");
        };
    }

    int number(String name, int usual, int least, int most) {
        String text = value(name).orElse(String.valueOf(usual));
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new Settings.Wrong(name, "'" + text + "' is not a number");
        }
        throw new Settings.Wrong(name, text + " is not between " + least + " and " + most);
    }

    Period period(String name, String usual) {
        String text = value(name).orElse(usual);
        try {
            Period period = Period.parse(text);
            if (!period.isNegative()) {
                return period;
            }
        } catch (DateTimeException e) {
            throw new Settings.Wrong(name, "'" + text + "' is no period; write it as P6M or P90D, and P0D for never");
        }
        throw new Settings.Wrong(name, text + " is less than nothing");
    }

    /** @param least the shortest that makes sense */
    Duration duration(String name, Duration usual, Duration least) {
        String text = value(name).orElse(usual.toString());
        try {
            Duration duration = Duration.parse(text);
            if (duration.compareTo(least) >= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            throw new Settings.Wrong(
                    name, "'" + text + "' is no duration; write PT4H for four hours, P30D for thirty days");
        }
        throw new Settings.Wrong(name, text + " is too short; " + least + " is the least");
    }

    Optional<Path> path(String name) {
        return value(name).map(text -> {
            try {
                return Path.of(text).toAbsolutePath().normalize();
            } catch (InvalidPathException e) {
                throw new Settings.Wrong(name, "'" + text + "' is not a path");
            }
        });
    }

    Optional<URI> uri(String name, Set<String> schemes) {
        return value(name).map(text -> {
            try {
                URI uri = new URI(text);
                if (uri.getHost() != null && uri.getScheme() != null && schemes.contains(uri.getScheme())) {
                    return uri;
                }
            } catch (URISyntaxException e) {
                // Not quoted: it may hold a password.
                throw new Settings.Wrong(name, "is not an address; write " + example(schemes));
            }
            throw new Settings.Wrong(
                    name, "needs a host and one of the schemes " + schemes + ", as in " + example(schemes));
        });
    }

    /** {@code tcp://host:port} or {@code unix:/path} */
    Optional<URI> scanner(String name) {
        return value(name).map(text -> {
            try {
                URI uri = new URI(text);
                boolean tcp = "tcp".equals(uri.getScheme()) && uri.getHost() != null;
                boolean unix = "unix".equals(uri.getScheme())
                        && uri.getPath() != null
                        && Path.of(uri.getPath()).isAbsolute();
                if (tcp || unix) {
                    return uri;
                }
            } catch (URISyntaxException | InvalidPathException e) {
                throw new Settings.Wrong(name, "is not an address; write tcp://host:port or unix:/path");
            }
            throw new Settings.Wrong(name, "is not an address; write tcp://host:port or unix:/path");
        });
    }

    private static String example(Set<String> schemes) {
        return schemes.stream().sorted().findFirst().orElseThrow() + "://host:port";
    }

    Optional<EmailAddress> email(String name) {
        return value(name)
                .map(text -> EmailAddress.parse(text)
                        .orElseThrow(() -> new Settings.Wrong(name, "'" + text + "' is not an e-mail address")));
    }

    List<Network> networks(String name) {
        List<String> texts =
                value(name).map(text -> List.of(text.split("[,\\s]+"))).orElse(List.of());
        return texts.stream()
                .map(text -> Network.of(text)
                        .orElseThrow(() -> new Settings.Wrong(
                                name, "'" + text + "' is no address and no network; write 10.0.0.7 or 10.0.0.0/24")))
                .toList();
    }

    ZoneId zone(String name, String usual) {
        String id = value(name).orElse(usual);
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new Settings.Wrong(name, "'" + id + "' is no time zone; write it as " + usual);
        }
    }
}
