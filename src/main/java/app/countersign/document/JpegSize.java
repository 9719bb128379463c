package app.countersign.document;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/** How large a JPEG says of itself that it is, whatever the dictionary beside it says (ISO 10918-1, B.2). */
final class JpegSize {

    private static final int START_OF_FRAME = 0xc0;
    private static final int LAST_OF_FRAMES = 0xcf;

    private JpegSize() {}

    /** 0 for what is no JPEG; without decoding it. */
    static long pixels(COSStream picture) throws IOException {
        COSBase filters = picture.getFilters();
        COSBase last =
                filters instanceof COSArray array && array.size() > 0 ? array.getObject(array.size() - 1) : filters;
        if (!COSName.DCT_DECODE.equals(last) && !COSName.DCT_DECODE_ABBREVIATION.equals(last)) {
            return 0;
        }
        if (filters instanceof COSArray array && array.size() > 1) {
            // Packed once more: nobody has to do that.
            return Long.MAX_VALUE / 4;
        }
        try (InputStream raw = picture.createRawInputStream()) {
            return pixels(new DataInputStream(new BufferedInputStream(raw)));
        } catch (EOFException e) {
            return 0;
        }
    }

    /** The largest of its frames: which one a decoder takes is its own affair. */
    private static long pixels(DataInputStream jpeg) throws IOException {
        long most = 0;
        while (true) {
            int marker = marker(jpeg);
            if (marker < 0 || marker == 0xda) {
                return most;
            }
            if (marker >= 0xd0 && marker <= 0xd9) {
                continue;
            }
            int length = Math.max(2, jpeg.readUnsignedShort());
            if (isFrame(marker)) {
                jpeg.readUnsignedByte();
                long height = jpeg.readUnsignedShort();
                most = Math.max(most, height * jpeg.readUnsignedShort());
                length -= 5;
            }
            jpeg.skipNBytes(Math.max(0, length - 2));
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= START_OF_FRAME
                && marker <= LAST_OF_FRAMES
                && marker != 0xc4
                && marker != 0xc8
                && marker != 0xcc;
    }

    private static int marker(DataInputStream jpeg) throws IOException {
        int before = 0;
        for (int one = jpeg.read(); one >= 0; one = jpeg.read()) {
            if (before == 0xff && one != 0xff && one != 0) {
                return one;
            }
            before = one;
        }
        return -1;
    }
}
