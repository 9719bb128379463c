package app.countersign.document;

import app.countersign.kernel.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A manuscript as one document: its words, with the layout and the furniture put in. */
final class Words {

    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private Words() {}

    static Document of(Manuscript manuscript) {
        Document words = parsed(manuscript.xhtml());
        words.getDocumentElement().setAttribute("lang", manuscript.language().toLanguageTag());
        Element style = element(words, "style", new String(manuscript.css(), StandardCharsets.UTF_8));
        style.setAttribute("type", "text/css");
        first(words, "head").appendChild(style);
        furnish(first(words, "body"), manuscript.furniture());
        return words;
    }

    private static void furnish(Element body, Furniture furniture) {
        Node before = body.getFirstChild();
        for (Map.Entry<String, String> entry : furniture.elements().entrySet()) {
            Element element = element(body.getOwnerDocument(), "div", entry.getValue());
            element.setAttribute("class", "furniture furniture-" + entry.getKey());
            body.insertBefore(element, before);
        }
    }

    private static Element element(Document document, String name, String text) {
        Element element = document.createElementNS(XHTML, name);
        element.setTextContent(text);
        return element;
    }

    private static Element first(Document document, String name) {
        NodeList found = document.getElementsByTagNameNS("*", name);
        if (found.getLength() == 0) {
            throw Refused.because("document.rendering.no-element", name);
        }
        return (Element) found.item(0);
    }

    private static Document parsed(byte[] xhtml) {
        try {
            return parser().parse(new ByteArrayInputStream(xhtml));
        } catch (SAXParseException e) {
            throw Refused.because(
                    "document.rendering.malformed", e.getLineNumber(), e.getColumnNumber(), e.getMessage());
        } catch (SAXException e) {
            throw Refused.because("document.rendering.failed", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads this one stream only: an external document type is an error, not a request to another host. */
    private static DocumentBuilder parser() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setEntityResolver((publicId, systemId) -> {
                throw new SAXException(systemId + " is outside the template");
            });
            parser.setErrorHandler(new Strict());
            return parser;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
