package app.countersign.terms;

import app.countersign.kernel.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads words and judges them: well-formed, without a document type (so without entities of their own), without
 * anything that acts or is fetched, every id once.
 */
final class WordsReader extends DefaultHandler {

    static final String CLAUSE = "clause-";
    static final String FIELD = "field.";
    static final String NOT_WELL_FORMED = "terms.flaw.xml";

    private static final Set<String> ELEMENTS = Set.of(
            "html",
            "head",
            "title",
            "meta",
            "link",
            "body",
            "div",
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "table",
            "caption",
            "colgroup",
            "col",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td",
            "span",
            "b",
            "strong",
            "i",
            "em",
            "sup",
            "sub",
            "a",
            "br",
            "hr",
            "img");
    private static final Set<String> INLINE = Set.of("span", "b", "strong", "i", "em", "sup", "sub", "a");

    private record Open(OpenClause clause, List<String> patterns, int depth, boolean heading, boolean furniture) {}

    private final String file;
    private final String code;
    private final Set<String> resources;
    private final List<Flaw> flaws;

    private final Deque<Open> open = new ArrayDeque<>();
    private final List<OpenClause> clauses = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Integer> fields = new LinkedHashMap<>();
    private final Map<String, Integer> targets = new LinkedHashMap<>();
    private Locator locator;
    private int noticeLine;

    private WordsReader(String code, String file, Set<String> resources, List<Flaw> flaws) {
        this.code = code;
        this.file = file;
        this.resources = resources;
        this.flaws = flaws;
        open.push(new Open(null, List.of(), 0, false, false));
    }

    /**
     * @param file {@code words.de.xhtml}, in that folder
     * @param resources names of the files beside it
     */
    static Words read(String code, String file, byte[] xhtml, Set<String> resources, List<Flaw> flaws) {
        WordsReader reader = new WordsReader(code, file, resources, flaws);
        reader.parse(xhtml);
        Map<String, Clause> clauses = new LinkedHashMap<>();
        reader.clauses.forEach(clause -> clauses.put(clause.id(), clause.closed()));
        return new Words(file, language(file), clauses, reader.fields, reader.noticeLine);
    }

    private static Locale language(String file) {
        return Locale.forLanguageTag(file.substring(file.indexOf('.') + 1, file.lastIndexOf('.')));
    }

    private void parse(byte[] xhtml) {
        try {
            secured().newSAXParser().parse(new InputSource(new ByteArrayInputStream(xhtml)), this);
            targets.forEach((id, line) -> {
                if (!ids.contains(id)) {
                    flaw(line, "terms.flaw.no-such-id", id);
                }
            });
        } catch (SAXParseException e) {
            flaw(e.getLineNumber(), NOT_WELL_FORMED, e.getMessage());
        } catch (SAXException | ParserConfigurationException e) {
            flaw(0, NOT_WELL_FORMED, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SAXParserFactory secured() throws SAXException, ParserConfigurationException {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        return factory;
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        judge(name, attributes);
        remember(attributes);
        open.push(opened(name, attributes));
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        Open closed = open.pop();
        if (closed.clause() != null && !INLINE.contains(name)) {
            say(closed, " ");
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        Open here = open.peek();
        if (here.clause() != null && !here.furniture()) {
            say(here, new String(chars, start, length));
        }
    }

    private static void say(Open here, String words) {
        if (here.heading()) {
            here.clause().head(words);
        }
        for (OpenClause clause = here.clause(); clause != null; clause = clause.around()) {
            clause.say(words);
        }
    }

    private Open opened(String name, Attributes attributes) {
        Open around = open.peek();
        OpenClause clause = around.clause();
        int depth = around.depth();
        boolean heading = around.heading();
        if (isClause(attributes)) {
            depth++;
            clause = clause(attributes, around, depth);
            heading = false;
        }
        heading |= clause != null && !clause.hasHeading() && isHeading(name, attributes);
        String parts = attributes.getValue("data-cite-parts");
        boolean furniture = around.furniture() || hasClass(attributes, "furniture");
        return parts == null
                ? new Open(clause, around.patterns(), depth, heading, furniture)
                : new Open(clause, Arrays.asList(parts.split("\\|")), 0, heading, furniture);
    }

    private OpenClause clause(Attributes attributes, Open around, int depth) {
        String cite = attributes.getValue("data-cite");
        OpenClause clause = new OpenClause(
                attributes.getValue("id").substring(CLAUSE.length()),
                line(),
                around.clause(),
                cite != null ? cite : OpenClause.pattern(around.patterns(), depth));
        clauses.add(clause);
        return clause;
    }

    private void remember(Attributes attributes) {
        String id = attributes.getValue("id");
        if (id != null && !ids.add(id)) {
            flaw(line(), "terms.flaw.id-twice", id);
        }
        if (id != null && id.startsWith(FIELD)) {
            fields.put(id.substring(FIELD.length()), line());
        }
        if (hasClass(attributes, "field") && (id == null || !id.startsWith(FIELD))) {
            flaw(line(), "terms.flaw.field-without-id");
        }
        if (attributes.getValue("data-notice") != null) {
            noticeLine = line();
        }
    }

    private void judge(String name, Attributes attributes) {
        if (!ELEMENTS.contains(name)) {
            flaw(line(), "terms.flaw.element", name);
        }
        for (int i = 0; i < attributes.getLength(); i++) {
            judge(name, attributes.getLocalName(i), attributes.getValue(i).strip());
        }
    }

    private void judge(String element, String attribute, String value) {
        if (attribute.startsWith("on") || attribute.equals("style")) {
            flaw(line(), "terms.flaw.attribute", attribute);
        } else if (attribute.equals("src") || attribute.equals("href") && element.equals("link")) {
            if (!resources.contains(value)) {
                flaw(line(), "terms.flaw.resource", value);
            }
        } else if (attribute.equals("href") && value.startsWith("#")) {
            targets.putIfAbsent(value.substring(1), line());
        } else if (attribute.equals("href") && !value.matches("(https?://|mailto:)\\S+")) {
            flaw(line(), "terms.flaw.resource", value);
        }
    }

    private static boolean isClause(Attributes attributes) {
        String id = attributes.getValue("id");
        return id != null && id.startsWith(CLAUSE) && id.length() > CLAUSE.length();
    }

    private static boolean isHeading(String name, Attributes attributes) {
        return name.matches("h[1-6]") || hasClass(attributes, "heading");
    }

    private static boolean hasClass(Attributes attributes, String wanted) {
        String classes = attributes.getValue("class");
        return classes != null && Arrays.asList(classes.split("\\s+")).contains(wanted);
    }

    private int line() {
        return locator.getLineNumber();
    }

    private void flaw(int line, String key, Object... args) {
        flaws.add(new Flaw(code + "/" + file, line, Reason.of(key, args)));
    }
}
