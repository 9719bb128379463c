package app.countersign.breach;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class NoticeChannelConverter implements AttributeConverter<NoticeChannel, String> {

    @Override
    public String convertToDatabaseColumn(NoticeChannel constant) {
        return KebabCase.of(constant);
    }

    @Override
    public NoticeChannel convertToEntityAttribute(String word) {
        return KebabCase.read(NoticeChannel.class, word);
    }
}
