package app.countersign.document;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.CubicCurve2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;

/** A small agreement, and what it is filled with. */
final class Samples {

    static final Instant THEN = Instant.parse("2026-11-20T09:30:00Z");
    static final Map<String, String> VALUES = Map.of(
            "contract.number", "CS-2026-0001",
            "controller.company", "Žlutý kůň & Söhne Łódź Sp. z o.o.",
            "controller.address", "Őrség utca 12\n1011 Győr\nMagyarország",
            "controller.person", "Ștefan Țepeș-Müller",
            "controller.place", "Şişli, İstanbul",
            "controller.date", "20. November 2026",
            "processor.company", "Muster Verarbeitung AG");
    static final Metadata METADATA = new Metadata(
            "Vereinbarung <über> Auftragsverarbeitung",
            "Muster & Co",
            "CS-2026-0001",
            "contract:0b8c;template:77aa",
            Locale.GERMAN,
            THEN);
    static final List<Attachment> ATTACHMENTS = List.of(
            new Attachment(
                    "contract.json",
                    "application/json",
                    Attachment.Relationship.DATA,
                    "The contract’s data",
                    "{\"number\": \"CS-2026-0001\"}".getBytes(StandardCharsets.UTF_8)),
            new Attachment(
                    "contract.schema.json",
                    "application/schema+json",
                    Attachment.Relationship.SCHEMA,
                    "What the data mean",
                    "{}".getBytes(StandardCharsets.UTF_8)));

    private static final Form FORM = Form.of(Rendering.of(manuscript()), Map.of("controller.company", "Ihre Firma"));

    private Samples() {}

    static byte[] resource(String name) {
        try (InputStream input = Samples.class.getResourceAsStream("/document/" + name)) {
            return input == null ? null : input.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Manuscript manuscript() {
        return manuscript(new String(resource("agreement.xhtml"), StandardCharsets.UTF_8));
    }

    static Manuscript manuscript(String xhtml) {
        return new Manuscript(
                xhtml.getBytes(StandardCharsets.UTF_8),
                resource("layout.css"),
                Locale.GERMAN,
                name -> Optional.ofNullable(resource(name)),
                new Furniture("Vereinbarung", "Fassung 1.0", "Muster Verarbeitung AG", "Muster Verarbeitung AG"));
    }

    static Form form() {
        return FORM;
    }

    static byte[] issued() {
        return FORM.issued(VALUES, Set.of("processor.company"), METADATA);
    }

    static byte[] completed() {
        return FORM.completed(VALUES, marks(), ATTACHMENTS, METADATA);
    }

    static Map<String, SignatureMark> marks() {
        return Map.of(
                "controller.signature",
                SignatureMark.drawn(
                        scribble(),
                        List.of("Ștefan Țepeș-Müller, gezeichnet am 20.11.2026 10:30", "per persönlichem Link")),
                "processor.signature",
                SignatureMark.typed("Zoë Ångström-Dvořák", List.of("Gegenzeichnung 20.11.2026 10:31")));
    }

    static byte[] scribble() {
        BufferedImage image = new BufferedImage(600, 200, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(20, 30, 90));
        pen.setStroke(new BasicStroke(6));
        pen.draw(new CubicCurve2D.Float(60, 150, 200, -80, 220, 320, 540, 60));
        pen.dispose();
        return png(image);
    }

    static byte[] png(BufferedImage image) {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
