package app.countersign.importing;

import app.countersign.kernel.BoundedStream;
import app.countersign.kernel.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The first table of a spreadsheet (XLSX, ISO/IEC 29500). Read as a stream and in bounds, since what a stranger packed into
 * a few kilobytes may be gigabytes; of XML nothing but elements and text is understood.
 */
final class XlsxFile {

    /** Of one part, unpacked, in bytes. */
    private static final long LARGEST_PART = 50L * 1024 * 1024;

    private static final int MOST_PARTS = 1_000;
    private static final int MOST_TEXTS = 200_000;
    private static final int LETTERS = 26;

    private final ZipFile zip;
    private final List<String> texts = new ArrayList<>();

    private XlsxFile(ZipFile zip) {
        this.zip = zip;
    }

    /** @throws Refused with what is to be done */
    static Grid read(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) {
                throw Refused.because("importing.refusal.kind");
            }
            return new XlsxFile(zip).read();
        } catch (ZipException | XMLStreamException e) {
            throw Refused.because("importing.refusal.kind");
        }
    }

    private Grid read() throws IOException, XMLStreamException {
        if (zip.getEntry("xl/sharedStrings.xml") != null) {
            readTexts();
        }
        return readSheet();
    }

    private XMLStreamReader open(String name) throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw Refused.because("importing.refusal.kind");
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory.createXMLStreamReader(new BoundedStream(
                zip.getInputStream(entry), LARGEST_PART, () -> Refused.because("importing.refusal.bomb")));
    }

    private void readTexts() throws IOException, XMLStreamException {
        XMLStreamReader xml = open("xl/sharedStrings.xml");
        long letters = 0;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                String text = text(xml, "si");
                letters += text.length();
                GridBuilder.requireLetters(letters);
                texts.add(text);
                if (texts.size() > MOST_TEXTS) {
                    throw Refused.because("importing.refusal.letters", Grid.MOST_LETTERS);
                }
            }
        }
    }

    /** What stands in the text elements up to that element's end; how it is to be pronounced is left out. */
    private static String text(XMLStreamReader xml, String end) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean within = false;
        boolean spoken = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                within = xml.getLocalName().equals("t");
                spoken |= xml.getLocalName().equals("rPh");
            } else if (event == XMLStreamReader.END_ELEMENT) {
                if (xml.getLocalName().equals(end)) {
                    break;
                }
                within = false;
                spoken &= !xml.getLocalName().equals("rPh");
            } else if (xml.hasText() && within && !spoken) {
                text.append(xml.getText());
                GridBuilder.requireLetters(text.length());
            }
        }
        return text.toString();
    }

    /** The sheet that comes first among those named in the workbook. */
    private String sheet() throws IOException, XMLStreamException {
        String id = null;
        XMLStreamReader book = open("xl/workbook.xml");
        while (id == null && book.hasNext()) {
            if (book.next() == XMLStreamReader.START_ELEMENT
                    && book.getLocalName().equals("sheet")) {
                id = attribute(book, "id");
            }
        }
        XMLStreamReader parts = open("xl/_rels/workbook.xml.rels");
        while (id != null && parts.hasNext()) {
            if (parts.next() == XMLStreamReader.START_ELEMENT
                    && parts.getLocalName().equals("Relationship")
                    && id.equals(attribute(parts, "Id"))) {
                String target = attribute(parts, "Target");
                return target.startsWith("/") ? target.substring(1) : "xl/" + target;
            }
        }
        throw Refused.because("importing.refusal.kind");
    }

    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private Grid readSheet() throws IOException, XMLStreamException {
        GridBuilder grid = new GridBuilder();
        XMLStreamReader xml = open(sheet());
        Map<Integer, String> row = new TreeMap<>();
        int number = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("row")) {
                String said = attribute(xml, "r");
                number = said.matches("\\d{1,7}") ? Integer.parseInt(said) : number + 1;
            } else if (event == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("c")) {
                cell(xml, row, number);
            } else if (event == XMLStreamReader.END_ELEMENT
                    && xml.getLocalName().equals("row")) {
                grid.row(number, inOrder(row));
                row.clear();
            }
        }
        return grid.grid();
    }

    private static List<String> inOrder(Map<Integer, String> row) {
        List<String> cells = new ArrayList<>();
        row.forEach((column, text) -> {
            while (cells.size() < column) {
                cells.add("");
            }
            cells.add(text);
        });
        return cells;
    }

    private void cell(XMLStreamReader xml, Map<Integer, String> row, int number) throws XMLStreamException {
        String place = attribute(xml, "r");
        int column = place.isEmpty() ? row.size() : column(place);
        String type = attribute(xml, "t");
        String value = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamReader.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "f" -> throw Refused.because("importing.refusal.formula", Grid.letters(column) + number);
                    case "is" -> value = text(xml, "is");
                    case "v" -> value = raw(xml);
                    default -> {}
                }
            }
        }
        String text = type.equals("s") ? shared(value) : value;
        if (!text.isBlank()) {
            if (column >= Grid.MOST_COLUMNS) {
                throw Refused.because("importing.refusal.columns", Grid.MOST_COLUMNS);
            }
            row.put(column, text);
        }
    }

    private static String raw(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.hasNext() && xml.next() != XMLStreamReader.END_ELEMENT) {
            if (xml.hasText()) {
                text.append(xml.getText());
                GridBuilder.requireLetters(text.length());
            }
        }
        return text.toString();
    }

    private String shared(String number) {
        boolean known = number.matches("\\d{1,6}") && Integer.parseInt(number) < texts.size();
        return known ? texts.get(Integer.parseInt(number)) : "";
    }

    /** {@code B7} is 1. What is no place is far away, and so refused. */
    private static int column(String place) {
        int column = 0;
        for (int i = 0; i < place.length() && Character.isLetter(place.charAt(i)) && i < 4; i++) {
            column = column * LETTERS + Character.toUpperCase(place.charAt(i)) - 'A' + 1;
        }
        return Math.max(column, 1) - 1;
    }
}
