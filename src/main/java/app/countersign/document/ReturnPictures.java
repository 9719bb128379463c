package app.countersign.document;

import app.countersign.kernel.Refused;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Pages to be laid side by side: as issued, and as returned, what differs marked in both. */
public final class ReturnPictures {

    private static final Color GROUND = new Color(255, 190, 0, 70);
    private static final Color EDGE = new Color(200, 60, 0);
    private static final float AROUND = 2;

    private ReturnPictures() {}

    /**
     * Draws one page. Both files may be given: the marks stand where the differences are.
     *
     * @param pdf the issued or the returned file
     * @param page from 1
     * @param dpi 36 to 200
     * @param differences of the judgement
     * @return a PNG; empty when there is no such page, or it is not fit to be drawn
     * @throws Refused when the file cannot be read, with the reason
     */
    public static Optional<byte[]> png(
            byte[] pdf, int page, int dpi, Collection<Difference> differences, Limits limits) {
        List<Area> areas = differences.stream()
                .filter(difference -> difference.page() == page)
                .flatMap(difference -> difference.area().stream())
                .toList();
        return StrangersFile.read(pdf, limits, (document, deadline) -> {
            if (page < 1 || page > document.getNumberOfPages()) {
                return Optional.empty();
            }
            return png(document, page, Math.max(36, Math.min(200, dpi)), areas, deadline);
        });
    }

    /**
     * How many pages it has.
     *
     * @throws Refused when the file cannot be read, with the reason
     */
    public static int pages(byte[] pdf, Limits limits) {
        return StrangersFile.read(pdf, limits, (document, deadline) -> document.getNumberOfPages());
    }

    private static Optional<byte[]> png(PDDocument document, int page, int dpi, List<Area> areas, Deadline deadline)
            throws IOException {
        Optional<BufferedImage> picture = Portrait.of(document, page, dpi, deadline);
        if (picture.isEmpty()) {
            return Optional.empty();
        }
        mark(picture.get(), areas, dpi / 72f);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture.get(), "png", png);
        return Optional.of(png.toByteArray());
    }

    private static void mark(BufferedImage picture, List<Area> areas, float scale) {
        Graphics2D pen = picture.createGraphics();
        pen.setStroke(new BasicStroke(Math.max(1, scale)));
        for (Area area : areas) {
            Area wide = area.widened(AROUND);
            Rectangle2D.Float frame = new Rectangle2D.Float(
                    wide.x() * scale,
                    picture.getHeight() - (wide.y() + wide.height()) * scale,
                    wide.width() * scale,
                    wide.height() * scale);
            pen.setColor(GROUND);
            pen.fill(frame);
            pen.setColor(EDGE);
            pen.draw(frame);
        }
        pen.dispose();
    }
}
