package app.countersign.portal.web;

import app.countersign.announcement.Announcement;
import app.countersign.announcement.PublicRegister;
import app.countersign.kernel.Country;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Settings;
import app.countersign.kernel.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** {@code /portal/sub-processors.atom?of=okomo}: a processor's announced changes as a feed (Atom, RFC 4287). */
@WebServlet("/portal/sub-processors.atom")
public class SubProcessorFeed extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient PublicRegister register;

    @Inject
    private transient Settings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            PublicRegister.Published published = register.of(request.getParameter("of"));
            response.setContentType("application/atom+xml;charset=UTF-8");
            write(published, Texts.of(request.getLocale()), response);
        } catch (NotFound e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void write(PublicRegister.Published published, Texts texts, HttpServletResponse response)
            throws IOException {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(response.getOutputStream(), "UTF-8");
            String page = settings.baseUrl() + "/portal/sub-processors?of="
                    + published.processor().code().orElse("");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
            element(xml, "id", page);
            element(
                    xml,
                    "title",
                    texts.text("portal.public.title", published.processor().name()));
            element(
                    xml,
                    "updated",
                    published.changes().stream()
                            .findFirst()
                            .map(Announcement::announcedAt)
                            .orElse(Instant.EPOCH)
                            .toString());
            xml.writeStartElement("author");
            element(xml, "name", published.processor().name());
            xml.writeEndElement();
            link(xml, "alternate", page);
            for (Announcement change : published.changes()) {
                entry(xml, change, page, texts);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void entry(XMLStreamWriter xml, Announcement change, String page, Texts texts)
            throws XMLStreamException {
        Locale language = texts.language();
        String places = change.places().stream()
                .map((Country one) -> one.name(language))
                .collect(Collectors.joining(", "));
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + change.id());
        element(xml, "title", texts.text("subprocessor.change." + KebabCase.of(change.kind())) + ": " + change.name());
        element(
                xml,
                "updated",
                change.withdrawnAt().orElse(change.announcedAt()).toString());
        link(xml, "alternate", page);
        String said =
                texts.text("portal.public.entry", places, change.effectiveOn().toString(), change.words());
        element(
                xml,
                "summary",
                change.isWithdrawn()
                        ? texts.text("portal.public.withdrawn") + ": " + change.withdrawnReason() + " – " + said
                        : said);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
