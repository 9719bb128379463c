package app.countersign.scope;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every page and servlet there is, with the parameters that it reads: found in the sources, since a parameter is what
 * somebody may guess.
 */
final class PageCatalogue {

    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final Path JAVA = Path.of("src/main/java");

    private static final Pattern NAMED = Pattern.compile("@Named(?:\\(\"(\\w+)\"\\))?");
    private static final Pattern INCLUDED = Pattern.compile("<ui:include src=\"(/[^\"#]+)\"");
    private static final Pattern VIEW_PARAMETER = Pattern.compile("<f:viewParam name=\"([^\"]+)\"");
    private static final Pattern READ = Pattern.compile("getParameter(?:Values)?\\(\\s*([^)\\s]+)\\s*\\)");
    private static final Pattern FROM_MAP =
            Pattern.compile("(?:asked|parameters)?\\.get(?:OrDefault)?\\(\\s*\"([\\w-]+)\"");
    private static final Pattern HANDED_ON = Pattern.compile("(\\w+)\\.of\\(request::getParameter[,)]");
    private static final Pattern CONSTANT = Pattern.compile("static final String (\\w+) = \"([^\"]*)\"");
    private static final Pattern SEVERAL =
            Pattern.compile("static final (?:List|Set)<String> \\w+ =\\s*(?:List|Set)\\.of\\(([^;]+)\\);");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern SERVLET = Pattern.compile("@WebServlet\\(\\{?([^)}]+)}?\\)");

    /** What every page reads, and Faces itself: neither names anything that is anybody's. */
    private static final Predicate<String> EVERYWHERE =
            name -> name.equals("lang") || name.startsWith("jakarta.faces.");

    /** Sources by class name; no two classes with pages are called alike but {@code Signing}, which reads none. */
    private final Map<String, String> sources = sources();

    /** Parameters by the path under which the page or servlet answers. */
    Map<String, Set<String>> all() {
        Map<String, Set<String>> all = new TreeMap<>();
        views().forEach(view ->
                all.put("/" + view.toString().replaceFirst("\\.xhtml$", ""), ofView(read(WEBAPP.resolve(view)))));
        sources.forEach((name, source) -> {
            Matcher servlet = SERVLET.matcher(source);
            if (servlet.find()) {
                Stream.of(servlet.group(1).split(","))
                        .flatMap(pattern -> values(name, pattern.strip()).stream())
                        .forEach(pattern -> all.put(pattern, ofClass(name)));
            }
        });
        return all;
    }

    private static List<Path> views() {
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            return files.map(WEBAPP::relativize)
                    .filter(file -> file.toString().endsWith(".xhtml") && !file.startsWith("WEB-INF"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> ofView(String view) {
        String text = withIncluded(view);
        Set<String> found = new TreeSet<>();
        Matcher parameter = VIEW_PARAMETER.matcher(text);
        while (parameter.find()) {
            found.add(parameter.group(1));
        }
        sources.keySet().stream().filter(name -> isNamedIn(name, text)).forEach(name -> found.addAll(ofClass(name)));
        return found;
    }

    private boolean isNamedIn(String type, String view) {
        Matcher named = NAMED.matcher(sources.get(type));
        if (!named.find()) {
            return false;
        }
        String bean =
                named.group(1) == null ? Character.toLowerCase(type.charAt(0)) + type.substring(1) : named.group(1);
        return Pattern.compile("[#{( ]" + bean + "\\b").matcher(view).find();
    }

    private static String withIncluded(String view) {
        StringBuilder whole = new StringBuilder(view);
        Matcher included = INCLUDED.matcher(view);
        while (included.find()) {
            whole.append(withIncluded(read(WEBAPP.resolve(included.group(1).substring(1)))));
        }
        return whole.toString();
    }

    private Set<String> ofClass(String type) {
        String source = sources.get(type);
        Set<String> found = new LinkedHashSet<>();
        Matcher read = READ.matcher(source);
        while (read.find()) {
            found.addAll(values(type, read.group(1)));
        }
        if (source.contains("getRequestParameterMap()")) {
            Matcher fromMap = FROM_MAP.matcher(source);
            while (fromMap.find()) {
                found.add(fromMap.group(1));
            }
        }
        Matcher handedOn = HANDED_ON.matcher(source);
        while (handedOn.find()) {
            found.addAll(constants(handedOn.group(1)).values());
            Matcher several = SEVERAL.matcher(sources.get(handedOn.group(1)));
            while (several.find()) {
                LITERAL.matcher(several.group(1)).results().forEach(name -> found.add(name.group(1)));
            }
        }
        found.removeIf(EVERYWHERE);
        return found;
    }

    /** What that expression between the brackets may be. */
    private Set<String> values(String type, String expression) {
        if (expression.startsWith("\"")) {
            return Set.of(expression.replace("\"", ""));
        }
        String owner = expression.contains(".") ? expression.substring(0, expression.indexOf('.')) : type;
        String name = expression.substring(expression.indexOf('.') + 1);
        String constant = constants(owner).get(name);
        if (constant != null) {
            return Set.of(constant);
        }
        Set<String> passed = passedTo(type, name);
        if (passed.isEmpty()) {
            throw new AssertionError("it can't be seen which parameter " + type + " reads by getParameter(" + expression
                    + "): say it there as a literal or a constant");
        }
        return passed;
    }

    /** Literals with which a method of that class is called whose only parameter is called so. */
    private Set<String> passedTo(String type, String parameter) {
        String source = sources.get(type);
        Matcher method = Pattern.compile("(\\w+)\\(String " + parameter + "\\)").matcher(source);
        Set<String> literals = new LinkedHashSet<>();
        while (method.find()) {
            Matcher call = Pattern.compile("\\b" + method.group(1) + "\\(\"([\\w-]+)\"\\)")
                    .matcher(source);
            while (call.find()) {
                literals.add(call.group(1));
            }
        }
        return literals;
    }

    private Map<String, String> constants(String type) {
        return CONSTANT.matcher(sources.getOrDefault(type, ""))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2), (a, b) -> a));
    }

    private static Map<String, String> sources() {
        try (Stream<Path> files = Files.walk(JAVA)) {
            return files.filter(file ->
                            file.toString().endsWith(".java") && file.toString().contains("/web/"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            PageCatalogue::read,
                            (one, other) -> one + other,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
