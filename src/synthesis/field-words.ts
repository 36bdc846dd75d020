/** What fields are called in other languages, put into the English words by which meanings are found. */

/** English, then what it is called elsewhere. Without accents; plurals with `s` are understood. */
const LATIN = `
full name: vollstandiger+name nom+complet nombre+completo nome+completo volledige+naam
first name: vorname prenom nombre+de+pila voornaam
last name: nachname nom+de+famille apellido cognome sobrenome achternaam familienname
name: nom nombre nome naam
email: courriel correo
phone: telefon telephone telefono telefone telefoon
city: stadt ville ciudad citta cidade stad
country: land pays pais paese
address: adresse direccion indirizzo endereco adres anschrift
street: strasse rue calle rua straat
zip: plz postleitzahl
location: ort lieu lugar luogo
age: alter edad eta idade leeftijd
date: datum fecha
birthday: geburtsdatum geburtstag naissance nacimiento nascita nascimento geboortedatum
time: zeit uhrzeit heure hora ora tijd
duration: dauer duree duracion durata duracao
price: preis prix precio prezzo preco prijs
amount: betrag montant importe importo valor bedrag
quantity: menge anzahl quantite cantidad quantita quantidade aantal
currency: wahrung devise moneda valuta moeda
title: titel titre titulo titolo
summary: zusammenfassung resume resumen riassunto resumo samenvatting
description: beschreibung descripcion descrizione descricao beschrijving
text: texte texto testo tekst
content: inhalt contenu contenido contenuto conteudo inhoud
answer: antwort reponse respuesta risposta resposta antwoord
question: frage pregunta domanda pergunta vraag
reason: grund begrundung raison razon motivo motivazione reden
step: schritt etape paso passo stap
author: autor auteur autore
company: firma unternehmen entreprise empresa azienda bedrijf
job: beruf metier profesion professione profissao beroep
category: kategorie categorie categoria
keyword: schlagwort stichwort trefwoord
color: farbe couleur colore cor kleur
language: sprache langue idioma lingua taal
weather: wetter meteo clima weer
temperature: temperatur temperatura temperatuur
ingredient: zutat ingrediente
recipe: rezept recette receta ricetta receita recept
priority: prioritat priorite prioridad priorita prioridade
rating: bewertung calificacion valutazione avaliacao beoordeling
recipient: empfanger destinataire destinatario
subject: betreff objet asunto oggetto assunto onderwerp
body: corps cuerpo corpo
comment: kommentar commentaire comentario commento opmerking
year: jahr annee ano anno jaar
`;

/** Longer ones first, where one holds another. */
const EAST = `
name: 姓名 名前 氏名 名称 이름 имя фио
email: 电子邮件 邮箱 メールアドレス メール 이메일 почта
phone: 电话 手机 電話番号 電話 전화 телефон
city: 城市 都市 도시 город
country: 国家 国 나라 국가 страна
address: 地址 住所 주소 адрес
age: 年龄 年齢 나이 возраст
birthday: 生日 誕生日 생년월일
date: 日期 日付 날짜 дата
time: 时间 時間 시간 время
price: 价格 価格 値段 가격 цена
amount: 金额 金額 금액 сумма
quantity: 数量 수량 количество
title: 标题 タイトル 題名 제목 заголовок название
summary: 摘要 总结 要約 概要 요약 резюме
description: 描述 説明 说明 설명 описание
content: 内容 내용 содержание текст
answer: 答案 回答 答え 답변 ответ
question: 问题 質問 질문 вопрос
reason: 原因 理由 이유 причина
step: 步骤 手順 단계 шаг
author: 作者 著者 저자 автор
company: 公司 会社 회사 компания
job: 职业 職業 직업 профессия
category: 类别 分类 カテゴリ 분류 категория
keyword: 关键词 キーワード 키워드
color: 颜色 色 색상 цвет
language: 语言 言語 언어 язык
weather: 天气 天気 날씨 погода
temperature: 温度 気温 온도 температура
year: 年份 연도 год
`;

const entriesOf = (table: string): [foreign: string, english: string][] =>
  table
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [english = "", list = ""] = line.split(": ");
      return list.split(" ").map((word): [string, string] => [word.replaceAll("+", " "), english]);
    });

const WORDS = new Map(entriesOf(LATIN));
const PHRASES = entriesOf(LATIN).filter(([foreign]) => foreign.includes(" "));
const SIGNS = entriesOf(EAST).sort(([a], [b]) => b.length - a.length);
const BEYOND_LATIN = /[\u0250-\uffff]/;

/**
 * A name or a description in small words: `firstName`, `first-name` and `first_name` → `first name`, `Straße` → `street`.
 * What is English already stays.
 */
export function englishWordsOf(text: string): string {
  let plain = text
    .slice(0, 200)
    .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase();
  if (BEYOND_LATIN.test(plain)) for (const [sign, english] of SIGNS) plain = plain.replaceAll(sign, ` ${english} `);
  plain = plain
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z\d]+/g, " ");
  plain = plain.trim();
  for (const [phrase, english] of PHRASES) plain = plain.replace(phrase, english);
  return plain
    .split(" ")
    .map((word) => WORDS.get(word) ?? WORDS.get(word.replace(/(?:en|n|s)$/, "")) ?? word)
    .join(" ");
}

const COUNTERS = /^(?:id|number|no|step|step number|day|week|order|position|rank)$/;

/** Whether a field of that name counts the items of a list, from one. */
export const countsItems = (name: string): boolean => COUNTERS.test(englishWordsOf(name));
