package app.countersign.document;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** What makes a file of ours archival (PDF/A-3b, ISO 19005-3) and repeatable. */
final class Archival {

    private static final String PRODUCER = "Countersign";
    private static final float PDF_VERSION = 1.7f;
    private static final String SRGB = "sRGB IEC61966-2.1";

    private Archival() {}

    /** The meaning of its colours; once per document. */
    static void addOutputIntent(PDDocument document) throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
        intent.setInfo(SRGB);
        intent.setOutputCondition(SRGB);
        intent.setOutputConditionIdentifier(SRGB);
        intent.setRegistryName("http://www.color.org");
        document.getDocumentCatalog().addOutputIntent(intent);
    }

    static void describe(PDDocument document, Metadata metadata) throws IOException {
        document.setVersion(PDF_VERSION);
        document.setDocumentInformation(information(metadata));
        PDMetadata xmp = new PDMetadata(document, new ByteArrayInputStream(xmp(metadata)));
        document.getDocumentCatalog().setMetadata(xmp);
        document.getDocumentCatalog().setLanguage(metadata.language().toLanguageTag());
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    private static PDDocumentInformation information(Metadata metadata) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(metadata.title());
        information.setAuthor(metadata.author());
        information.setSubject(metadata.subject());
        information.setCreator(PRODUCER);
        information.setProducer(PRODUCER);
        information.setCreationDate(calendar(metadata));
        information.setModificationDate(calendar(metadata));
        information.setCustomMetadataValue(Metadata.IDENTIFIER_KEY, metadata.identifier());
        return information;
    }

    private static Calendar calendar(Metadata metadata) {
        return GregorianCalendar.from(moment(metadata));
    }

    private static ZonedDateTime moment(Metadata metadata) {
        return metadata.created().truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC);
    }

    /** Written out rather than built: the same few properties each time, and each of them predefined. */
    private static byte[] xmp(Metadata metadata) {
        String moment = DateTimeFormatter.ISO_INSTANT.format(moment(metadata));
        return """
                <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                  <rdf:Description rdf:about=""
                    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
                    xmlns:dc="http://purl.org/dc/elements/1.1/"
                    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
                    xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
                   <pdfaid:part>3</pdfaid:part>
                   <pdfaid:conformance>B</pdfaid:conformance>
                   <dc:format>application/pdf</dc:format>
                   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                   <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
                   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
                   <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
                   <dc:identifier>%s</dc:identifier>
                   <xmp:CreatorTool>%s</xmp:CreatorTool>
                   <xmp:CreateDate>%s</xmp:CreateDate>
                   <xmp:ModifyDate>%s</xmp:ModifyDate>
                   <pdf:Producer>%s</pdf:Producer>
                  </rdf:Description>
                 </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="w"?>""".formatted(
                        escaped(metadata.title()),
                        escaped(metadata.author()),
                        escaped(metadata.subject()),
                        metadata.language().toLanguageTag(),
                        escaped(metadata.identifier()),
                        PRODUCER,
                        moment,
                        moment,
                        PRODUCER)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return Letters.clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Gives the document an identifier that follows from that text. */
    static void identify(PDDocument document, String from) {
        byte[] identifier = Arrays.copyOf(sha256(from.getBytes(StandardCharsets.UTF_8)), 16);
        COSArray pair = new COSArray();
        pair.add(new COSString(identifier));
        pair.add(new COSString(identifier));
        document.getDocument().getTrailer().setItem(COSName.ID, pair);
    }

    static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(sha256(bytes));
    }

    static byte[] sha256(byte[] bytes) {
        return digest().digest(bytes);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
