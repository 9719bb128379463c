package app.countersign.kernel.api;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Names of files that programs send. */
public final class FileNames {

    private FileNames() {}

    /**
     * Names come in UTF-8 (RFC 7578, 5.1), and the server reads them letter by letter as if they were Latin.
     *
     * @param name as the server read it
     */
    public static String inUtf8(String name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(StandardCharsets.ISO_8859_1
                            .newEncoder()
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .encode(CharBuffer.wrap(name)))
                    .toString();
        } catch (CharacterCodingException e) {
            return name;
        }
    }
}
