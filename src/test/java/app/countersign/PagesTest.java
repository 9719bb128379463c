package app.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Conventions of the pages that no compiler checks. */
class PagesTest {

    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");
    private static final Pattern RESERVED =
            Pattern.compile("\\.(?:and|div|empty|eq|false|ge|gt|instanceof|le|lt|mod|ne|not|null|or|true)\\b");
    private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{[^}]*}");
    private static final Pattern SENT = Pattern.compile("<[hp]:(command|input|select)|<[fp]:ajax");

    /** Its list stays as it was shown, until it is shown anew: there a position says which row is meant. */
    private static final String LIST_OF_THE_VIEW = "contract/controller.xhtml";

    private static final Pattern OTHER_HOST = Pattern.compile("(?i)(https?:)?//[\\w-]+\\.\\w");

    /** Attributes whose value people read or hear. */
    private static final List<String> READ = List.of(
            "title",
            "alt",
            "placeholder",
            "aria-label",
            "label",
            "heading",
            "text",
            "hint",
            "what",
            "word",
            "act",
            "question",
            "consequence",
            "headerText",
            "emptyMessage",
            "requiredMessage",
            "itemLabel",
            "name");

    static Stream<Path> pages() throws IOException {
        return files().filter(file -> file.toString().endsWith(".xhtml"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsWellFormedAndItsNameIsInKebabCase(Path page) throws Exception {
        assertThat(parse(Files.readString(page))).isNotNull();
        assertThat(page.getFileName().toString()).matches("[a-z0-9]+(-[a-z0-9]+)*(\\.(de|en))?\\.xhtml");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageHasNoWordsOfItsOwn(Path page) throws Exception {
        // The guide is prose, and has a file for each language.
        if (!page.startsWith(WEBAPP.resolve("WEB-INF/help"))) {
            assertThat(literals(Files.readString(page))).as(page.toString()).isEmpty();
        }
    }

    /** Nobody reads them over a shoulder, password managers fill them in, and nothing keeps anybody from pasting. */
    @Test
    void passwordsAreMaskedAndFilledInByManagers() throws IOException {
        List<String> fields = pages().flatMap(
                        page -> Pattern.compile("<h:input\\w+ id=\"(password|again|present)\"[^>]*>")
                                .matcher(read(page))
                                .results()
                                .map(MatchResult::group))
                .toList();

        assertThat(fields)
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(field -> field.startsWith("<h:inputSecret"))
                .allMatch(field -> field.matches(".*autocomplete=\"(current|new)-password\".*"));
        assertThat(files().filter(file -> file.toString().matches(".*\\.(xhtml|js)"))
                        .map(PagesTest::read))
                .noneMatch(text -> text.contains("paste"));
    }

    /** Such as {@code #{page.empty}}, of which nobody hears before somebody opens the page. */
    @ParameterizedTest
    @MethodSource("pages")
    void noPropertyIsCalledLikeAWordOfTheExpressionLanguage(Path page) {
        assertThat(EXPRESSION
                        .matcher(read(page))
                        .results()
                        .map(found -> QUOTED.matcher(found.group()).replaceAll(""))
                        .filter(expression -> RESERVED.matcher(expression).find()))
                .as(page.toString())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageHasNoScriptOfItsOwn(Path page) throws Exception {
        assertThat(scripts(Files.readString(page))).as(page.toString()).isEmpty();
    }

    /** A list may change while somebody looks at it, and Faces knows what stands in a row by the row's position. */
    @ParameterizedTest
    @MethodSource("pages")
    void aButtonInARowSaysByAnIdWhichRowIsMeant(Path page) throws Exception {
        if (!page.endsWith(LIST_OF_THE_VIEW)) {
            assertThat(byPosition(Files.readString(page))).as(page.toString()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatAButtonInARowDoesStandsOutsideOfForms(Path page) throws Exception {
        List<String> called = new ArrayList<>();
        List<String> known = new ArrayList<>();
        walk(parse(Files.readString(page)), (node, element) -> {
            if (element.getTagName().equals("cs:row-button")
                    && node.getNodeName().equals("does")) {
                called.add(node.getNodeValue());
            }
            if (element.getTagName().equals("cs:row-act")
                    && node.getNodeName().equals("id")
                    && !isWithin(element, "h:form")) {
                known.add(node.getNodeValue());
            }
        });
        assertThat(known).as(page.toString()).doesNotHaveDuplicates().hasSameElementsAs(called);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h:commandButton", "h:inputText", "p:ajax", "cs:drop"})
    void whatIsKnownByItsPositionIsFound(String tag) throws Exception {
        String prefix = tag.substring(0, tag.indexOf(':'));
        assertThat(byPosition(
                        "<ui:repeat xmlns:ui='jakarta.faces.facelets'><p><%s id='x' xmlns:%s='x'/></p></ui:repeat>"
                                .formatted(tag, prefix)))
                .containsOnly(tag);
    }

    @Test
    void nothingIsLoadedFromAnotherHost() throws IOException {
        try (Stream<Path> all = files()) {
            all.filter(file -> file.toString().matches(".*\\.(xhtml|css|js|svg)"))
                    .forEach(file -> assertThat(
                                    EXPRESSION.matcher(withoutNamespaces(file)).replaceAll(""))
                            .as(file.toString())
                            .doesNotContainPattern(OTHER_HOST));
        }
    }

    @Test
    void theGuideSpeaksEveryLanguageWithTheSameChapters() throws Exception {
        List<String> german = chapters("guide.de.xhtml");
        assertThat(chapters("guide.en.xhtml")).isEqualTo(german).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Contracts</p>",
                "<p>#{count} contracts</p>",
                "<img alt='A picture'/>",
                "<field label='Company'/>",
                "<p:column xmlns:p='primefaces' headerText='Number'/>"
            })
    void wordsInAPageAreFound(String page) throws Exception {
        assertThat(literals(page)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p onclick='go()'/>",
                "<script>go()</script>",
                "<a href='javascript:go()'/>",
                "<h:commandButton xmlns:h='jakarta.faces.html' onclick='go()'/>"
            })
    void scriptsInAPageAreFound(String page) throws Exception {
        assertThat(scripts(page)).hasSize(1);
    }

    private static List<String> literals(String page) throws Exception {
        List<String> found = new ArrayList<>();
        walk(parse(page), (node, element) -> {
            boolean read = node.getNodeType() == Node.TEXT_NODE || isRead(element, node);
            String words = read ? EXPRESSION.matcher(node.getNodeValue()).replaceAll("") : "";
            if (words.codePoints().filter(Character::isLetter).count() > 0) {
                found.add(words.strip());
            }
        });
        return found;
    }

    /** {@code name} is a word only where it names something for a reader: on our facts and tabs. */
    private static boolean isRead(Element element, Node node) {
        return node instanceof Attr
                && READ.contains(node.getNodeName())
                && (!node.getNodeName().equals("name") || element.getTagName().matches("cs:(fact|tabs)"));
    }

    /** What is sent under the position of its row. */
    private static Set<String> byPosition(String page) throws Exception {
        Set<String> found = new LinkedHashSet<>();
        walk(parse(page), (node, element) -> {
            if (isSent(element.getTagName()) && isWithin(element, "ui:repeat|c:forEach|[hp]:dataTable")) {
                found.add(element.getTagName());
            }
        });
        return found;
    }

    /** Of our own tags those that have such a thing in them. */
    private static boolean isSent(String tag) {
        Path own = WEBAPP.resolve("WEB-INF/tags").resolve(tag.replace("cs:", "") + ".xhtml");
        return SENT.matcher("<" + tag).lookingAt()
                || tag.startsWith("cs:")
                        && Files.exists(own)
                        && SENT.matcher(read(own)).find();
    }

    private static boolean isWithin(Element element, String tags) {
        for (Node around = element.getParentNode(); around != null; around = around.getParentNode()) {
            if (around.getNodeName().matches(tags)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> scripts(String page) throws Exception {
        List<String> found = new ArrayList<>();
        walk(parse(page), (node, element) -> {
            boolean handler = node instanceof Attr && node.getNodeName().matches("on[a-z]+") && !isOurs(element);
            boolean address = node instanceof Attr && node.getNodeValue().startsWith("javascript:");
            boolean block = node.getNodeType() == Node.TEXT_NODE
                    && element.getTagName().equals("script")
                    && !node.getNodeValue().isBlank();
            if (handler || address || block) {
                found.add(element.getTagName() + " " + node.getNodeName());
            }
        });
        return found;
    }

    private static boolean isOurs(Element element) {
        return element.getTagName().startsWith("cs:");
    }

    private static List<String> chapters(String file) throws Exception {
        List<String> ids = new ArrayList<>();
        walk(parse(Files.readString(WEBAPP.resolve("WEB-INF/help").resolve(file))), (node, element) -> {
            if (node instanceof Attr && node.getNodeName().equals("id")) {
                ids.add(node.getNodeValue());
            }
        });
        return ids;
    }

    /** Each text and attribute below the element, with the element that it belongs to. */
    private static void walk(Element element, BiConsumer<Node, Element> visitor) {
        IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(i -> element.getAttributes().item(i))
                .forEach(attribute -> visitor.accept(attribute, element));
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element child) {
                walk(child, visitor);
            } else if (children.item(i).getNodeType() == Node.TEXT_NODE) {
                visitor.accept(children.item(i), element);
            }
        }
    }

    private static Element parse(String page) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(new StringReader(page))).getDocumentElement();
    }

    private static String withoutNamespaces(Path file) {
        try {
            return Files.readString(file).replaceAll("xmlns(:\\w+)?=\"[^\"]*\"", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files() throws IOException {
        return Files.walk(WEBAPP).filter(Files::isRegularFile);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
