package app.countersign.document;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fonts of a few hundred bytes whose letters come to more than any memory holds, in each way that formats allow. */
final class HostileFonts {

    private static final int ROUTINES = 12;
    private static final int CALLS = 40;

    private HostileFonts() {}

    /** Numbers up to 107 less than nothing and more, as both formats of instructions write them. */
    private static int number(int value) {
        return value + 139;
    }

    /** @param call the instruction that calls, and what is taken from a routine's number before */
    private static List<byte[]> routines(int call, int bias) {
        List<byte[]> routines = new ArrayList<>();
        for (int i = 0; i < ROUTINES - 1; i++) {
            ByteArrayOutputStream code = new ByteArrayOutputStream();
            for (int n = 0; n < CALLS; n++) {
                code.write(number(i + 1 - bias));
                code.write(call);
            }
            code.write(11);
            routines.add(code.toByteArray());
        }
        routines.add(new byte[] {(byte) number(1), (byte) number(1), 5, 11});
        return routines;
    }

    /** Adobe Technical Note 5176: letter 1 calls the first of the routines that all letters share. */
    static byte[] compact() {
        return compact(routines(29, 107), new byte[] {(byte) number(-107), 29, 14});
    }

    /** A space that consists of two spaces. */
    static byte[] compactOfItself() {
        byte zero = (byte) number(0);
        byte space = (byte) number(32);
        return compact(List.of(), new byte[] {zero, zero, space, space, 14});
    }

    private static byte[] compact(List<byte[]> global, byte[] letter) {
        byte[] head = {1, 0, 4, 1};
        byte[] name = index(List.of("F".getBytes(StandardCharsets.US_ASCII)));
        byte[] strings = index(List.of());
        byte[] shared = index(global);
        int dictionary = 5 + 1 + 5 + 5 + 1;
        int letters = head.length
                + name.length
                + index(List.of(new byte[dictionary])).length
                + strings.length
                + shared.length;
        byte[] forms = index(List.of(new byte[] {14}, letter));
        ByteBuffer top = ByteBuffer.allocate(dictionary);
        top.put((byte) 29).putInt(letters).put((byte) 17);
        top.put((byte) 29)
                .putInt(0)
                .put((byte) 29)
                .putInt(letters + forms.length)
                .put((byte) 18);
        return joined(head, name, index(List.of(top.array())), strings, shared, forms);
    }

    private static byte[] index(List<byte[]> entries) {
        if (entries.isEmpty()) {
            return new byte[2];
        }
        int size = entries.stream().mapToInt(entry -> entry.length).sum();
        ByteBuffer index = ByteBuffer.allocate(3 + 2 * (entries.size() + 1) + size);
        index.putShort((short) entries.size()).put((byte) 2);
        int at = 1;
        index.putShort((short) at);
        for (byte[] entry : entries) {
            at += entry.length;
            index.putShort((short) at);
        }
        entries.forEach(index::put);
        return index.array();
    }

    /** Letter 0 consists twice of letter 1, that of letter 2, and so on; there are too many for the library to keep. */
    static byte[] composite() {
        int count = 5_100;
        int chain = 60;
        ByteBuffer forms = ByteBuffer.allocate(2 * 8_192);
        ByteBuffer places = ByteBuffer.allocate(4 * (count + 1));
        for (int letter = 0; letter <= count; letter++) {
            places.putInt(forms.position());
            if (letter < chain) {
                forms.putShort((short) -1).putLong(0);
                forms.putShort((short) 0x22).putShort((short) (letter + 1)).putShort((short) 0);
                forms.putShort((short) 0x02).putShort((short) (letter + 1)).putShort((short) 0);
            } else if (letter == chain) {
                forms.putShort((short) 1).putLong(0).putShort((short) 2).putShort((short) 0);
                forms.put(new byte[] {0x37, 0x37, 0x37, 1, 1, 1, 1, 1, 1, 0});
            }
        }
        Map<String, byte[]> tables = new LinkedHashMap<>();
        tables.put("glyf", forms.array());
        tables.put(
                "head",
                ByteBuffer.allocate(54)
                        .putShort(0, (short) 1)
                        .putInt(12, 0x5F0F3CF5)
                        .putShort(18, (short) 1000)
                        .putShort(50, (short) 1)
                        .array());
        tables.put(
                "hhea",
                ByteBuffer.allocate(36)
                        .putInt(0, 0x10000)
                        .putShort(34, (short) 1)
                        .array());
        tables.put(
                "hmtx",
                ByteBuffer.allocate(4 + 2 * count).putShort(0, (short) 500).array());
        tables.put("loca", places.array());
        tables.put(
                "maxp",
                ByteBuffer.allocate(32)
                        .putInt(0, 0x10000)
                        .putShort(4, (short) count)
                        .putShort(30, (short) 100)
                        .array());
        return tables(tables);
    }

    private static byte[] tables(Map<String, byte[]> tables) {
        ByteBuffer head = ByteBuffer.allocate(12 + 16 * tables.size());
        head.putInt(0x10000)
                .putShort((short) tables.size())
                .putShort((short) 64)
                .putShort((short) 2)
                .putShort((short) 0);
        ByteArrayOutputStream bodies = new ByteArrayOutputStream();
        tables.forEach((tag, body) -> {
            head.put(tag.getBytes(StandardCharsets.US_ASCII)).putInt(0);
            head.putInt(head.capacity() + bodies.size()).putInt(body.length);
            bodies.writeBytes(body);
            bodies.writeBytes(new byte[(4 - body.length % 4) % 4]);
        });
        return joined(head.array(), bodies.toByteArray());
    }

    /** The two parts of a font of the oldest kind (Adobe Type 1 Font Format, 1990), whose second is enciphered. */
    record Parts(byte[] clear, byte[] enciphered) {}

    static Parts type1() {
        StringBuilder secret = new StringBuilder("\0\0\0\0dup /Private 8 dict dup begin\n/RD {string currentfile exch"
                + " readstring pop} executeonly def\n/ND {noaccess def} executeonly def\n/NP {noaccess put} executeonly"
                + " def\n/BlueValues [] def\n/MinFeature {16 16} def\n/password 5839 def\n/lenIV 4 def\n");
        List<byte[]> routines = routines(10, 0);
        secret.append("/Subrs ").append(routines.size()).append(" array\n");
        for (int i = 0; i < routines.size(); i++) {
            secret.append("dup ")
                    .append(i)
                    .append(' ')
                    .append(piece(routines.get(i)))
                    .append(" NP\n");
        }
        byte zero = (byte) number(0);
        secret.append("ND\n2 index /CharStrings 2 dict dup begin\n")
                .append("/.notdef ")
                .append(piece(new byte[] {zero, zero, 13, 14}))
                .append(" ND\n")
                .append("/space ")
                .append(piece(new byte[] {zero, zero, 13, zero, 10, 14}))
                .append(" ND\n")
                .append("end\nend\nreadonly put\nnoaccess put\ndup /FontName get exch definefont pop\n")
                .append("mark currentfile closefile\n");
        String clear = "%!PS-AdobeFont-1.0: F 001.000\n11 dict begin\n/FontInfo 1 dict dup begin\n/version (1) readonly"
                + " def\nend readonly def\n/FontName /F def\n/PaintType 0 def\n/FontType 1 def\n/FontMatrix [0.001 0 0"
                + " 0.001 0 0] readonly def\n/Encoding StandardEncoding def\n/FontBBox {0 0 1000 1000} readonly"
                + " def\ncurrentdict end\ncurrentfile eexec\n";
        return new Parts(
                clear.getBytes(StandardCharsets.ISO_8859_1),
                enciphered(secret.toString().getBytes(StandardCharsets.ISO_8859_1), 55665));
    }

    private static String piece(byte[] code) {
        byte[] enciphered = enciphered(joined(new byte[4], code), 4330);
        return enciphered.length + " RD " + new String(enciphered, StandardCharsets.ISO_8859_1);
    }

    private static byte[] enciphered(byte[] plain, int key) {
        byte[] cipher = new byte[plain.length];
        int state = key;
        for (int i = 0; i < plain.length; i++) {
            cipher[i] = (byte) (plain[i] ^ state >> 8);
            state = ((cipher[i] & 0xff) + state) * 52845 + 22719 & 0xffff;
        }
        return cipher;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
