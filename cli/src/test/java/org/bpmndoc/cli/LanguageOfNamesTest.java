package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.bpmndoc.cli.LanguageOfNames.Told;
import org.bpmndoc.cli.LanguageOfNames.TooFew;
import org.bpmndoc.cli.LanguageOfNames.Unclear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageOfNamesTest {

  private static final String GERMAN =
      "Antrag entgegennehmen; Angaben prüfen; Ist der Antrag vollständig?; Unterlagen nachfordern;"
          + " Bonität bewerten; Kredit genehmigen; Antrag ablehnen; Vertrag an den Kunden senden;"
          + " Sachbearbeiter; Darlehen auszahlen";

  private static List<String> names(String names) {
    return Stream.of(names.split(";")).map(String::strip).toList();
  }

  /// Ten names each.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Receive application; Check details; Is the application complete?; Request missing"
            + " documents; Assess creditworthiness; Approve loan; Reject application; Send contract"
            + " to customer; Clerk; Pay out loan",
        "sv | Ta emot ansökan; Kontrollera uppgifter; Är ansökan komplett?; Begär komplettering;"
            + " Bedöm kreditvärdighet; Godkänn lån; Avslå ansökan; Skicka avtal till kunden;"
            + " Handläggare; Betala ut lånet",
        "da | Modtag ansøgning; Kontroller oplysninger; Er ansøgningen komplet?; Bed om flere"
            + " oplysninger; Vurder kreditværdighed; Godkend lån; Afvis ansøgning; Send kontrakt"
            + " til kunden; Sagsbehandler; Udbetal lånet",
        "nb | Motta søknad; Kontroller opplysninger; Er søknaden fullstendig?; Be om flere"
            + " opplysninger; Vurder kredittverdighet; Godkjenn lån; Avslå søknad; Send avtale til"
            + " kunden; Saksbehandler; Utbetal lånet",
        "de | " + GERMAN,
        "fr | Recevoir la demande; Vérifier les informations; La demande est-elle complète ?;"
            + " Demander des pièces; Évaluer la solvabilité; Accorder le prêt; Refuser la demande;"
            + " Envoyer le contrat au client; Gestionnaire; Verser le prêt",
        "nl | Aanvraag ontvangen; Gegevens controleren; Is de aanvraag volledig?; Ontbrekende"
            + " stukken opvragen; Kredietwaardigheid beoordelen; Lening goedkeuren; Aanvraag"
            + " afwijzen; Contract naar klant sturen; Behandelaar; Lening uitbetalen",
        "pl | Przyjmij wniosek; Sprawdź dane; Czy wniosek jest kompletny?; Poproś o brakujące"
            + " dokumenty; Oceń zdolność kredytową; Zatwierdź kredyt; Odrzuć wniosek; Wyślij umowę"
            + " do klienta; Referent; Wypłać kredyt",
        "ru | Получить заявку; Проверить данные; Заявка полная?; Запросить документы; Оценить"
            + " кредитоспособность; Одобрить кредит; Отклонить заявку; Отправить договор клиенту;"
            + " Специалист; Выдать кредит",
        "el | Λήψη αίτησης; Έλεγχος στοιχείων; Είναι πλήρης η αίτηση;; Έγκριση δανείου; Απόρριψη"
            + " αίτησης; Αποστολή σύμβασης στον πελάτη",
        "zh | 接收申请; 检查资料; 申请是否完整？; 要求补充文件; 评估信用; 批准贷款; 拒绝申请; 将合同发送给客户; 经办人; 发放贷款;"
            + " 申请结束; 等待客户答复; 提醒客户; 归档文件",
        "ja | 申請を受け付ける; 内容を確認する; 申請は完全ですか？; 不足書類を依頼する; 信用を評価する; 融資を承認する; 申請を却下する;"
            + " 契約書を顧客に送る; 担当者; 融資を実行する"
      })
  void ten_names_tell_their_language(String tag, String names) {
    assertThat(LanguageOfNames.of(names(names))).isEqualTo(new Told(tag));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"Antrag prüfen; Ende", "Start; End", "''", "1; 2; 3; ?"})
  void a_few_words_tell_nothing(String names) {
    assertThat(LanguageOfNames.of(names(names))).isEqualTo(new TooFew());
  }

  /// Half of the names in one language, half in another: no document could be right.
  @Test
  void two_languages_side_by_side_are_not_told() {
    List<String> english =
        names(
            "Receive application; Check details; Is the application complete?; Request missing"
                + " documents; Assess creditworthiness; Approve loan; Reject application; Send"
                + " contract to customer; Clerk; Pay out loan");

    assertThat(
            LanguageOfNames.of(
                Stream.of(repeated(names(GERMAN), 20), repeated(english, 20))
                    .flatMap(List::stream)
                    .toList()))
        .isEqualTo(new Unclear());
  }

  private static List<String> repeated(List<String> names, int times) {
    return Stream.generate(() -> names).limit(times).flatMap(List::stream).toList();
  }

  @Test
  void one_long_documentation_does_not_decide_for_the_names() {
    String documentation =
        "This process was generated for a demonstration of the engine. ".repeat(99);

    assertThat(
            LanguageOfNames.of(
                Stream.concat(Stream.of(documentation), repeated(names(GERMAN), 3).stream())
                    .toList()))
        .isEqualTo(new Told("de"));
  }

  @Test
  void the_same_names_tell_the_same_every_time() {
    LanguageOfNames first = LanguageOfNames.of(names(GERMAN));

    assertThat(Stream.generate(() -> LanguageOfNames.of(names(GERMAN))).limit(5))
        .allMatch(first::equals);
  }
}
