package app.countersign.breach;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class NoticeStateConverter implements AttributeConverter<NoticeState, String> {

    @Override
    public String convertToDatabaseColumn(NoticeState constant) {
        return KebabCase.of(constant);
    }

    @Override
    public NoticeState convertToEntityAttribute(String word) {
        return KebabCase.read(NoticeState.class, word);
    }
}
