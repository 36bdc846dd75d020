/**
 * What people say in recordings nobody has listened to: short talk around a subject, in the languages most often asked
 * for. A table for every language would weigh more than it proves; in the others the talk stays English.
 */

export interface Phrases {
  /** What a recording begins with: so short that even a second of sound has something to say. */
  opening: string;
  /** What is talked about when the request names no subject. */
  subject: string;
  /** `@` stands for the subject. */
  sentences: readonly string[];
}

export const ENGLISH: Phrases = {
  opening: "Hello there.",
  subject: "the tides at Saint-Malo",
  sentences: [
    "Today we talk about @.",
    "I looked at it again this morning.",
    "That is exactly what I wanted to know.",
    "Could you say a little more about that?",
    "Most people start with the simple part.",
    "We waited until the water was high enough, and then we left.",
    "It took longer than we thought, but it was worth it.",
    "Let me give you one example.",
    "Nobody expected it to work on the first day.",
    "When I first heard of @, I had a lot of questions.",
    "There are two things to keep in mind here.",
    "So what do we do next?",
    "We should come back to @ in a moment.",
    "I think that covers it for now.",
  ],
};

/** By ISO 639-1 code. */
export const PHRASES: Readonly<Record<string, Phrases>> = {
  en: ENGLISH,
  fr: {
    opening: "Bonjour à tous.",
    subject: "les marées à Saint-Malo",
    sentences: [
      "Aujourd'hui nous parlons de ceci\u00a0: @.",
      "J'ai encore regardé ce matin.",
      "C'est exactement ce que je voulais savoir.",
      "Vous pouvez nous en dire un peu plus\u00a0?",
      "La plupart des gens commencent par le plus simple.",
      "Nous avons attendu que la mer monte, et puis nous sommes partis.",
      "Cela a pris plus de temps que prévu, mais cela valait la peine.",
      "Je vous donne un exemple.",
      "Personne ne pensait que cela marcherait dès le premier jour.",
      "Il y a deux choses à retenir.",
      "Alors, que faisons-nous maintenant\u00a0?",
    ],
  },
  de: {
    opening: "Guten Morgen.",
    subject: "die Gezeiten in Saint-Malo",
    sentences: [
      "Heute geht es um Folgendes: @.",
      "Ich habe heute früh noch einmal nachgesehen.",
      "Genau das wollte ich wissen.",
      "Können Sie dazu noch etwas sagen?",
      "Die meisten fangen mit dem einfachen Teil an.",
      "Wir haben gewartet, bis das Wasser hoch genug stand, und sind dann losgefahren.",
      "Es hat länger gedauert als gedacht, aber es hat sich gelohnt.",
      "Ich gebe Ihnen ein Beispiel.",
      "Niemand hat geglaubt, dass es am ersten Tag klappt.",
      "Zwei Dinge sind hier wichtig.",
      "Und was machen wir jetzt?",
    ],
  },
  es: {
    opening: "Hola a todos.",
    subject: "las mareas en Saint-Malo",
    sentences: [
      "Hoy hablamos de esto: @.",
      "Lo he vuelto a mirar esta mañana.",
      "Eso es justo lo que quería saber.",
      "¿Nos puede contar un poco más?",
      "La mayoría empieza por la parte más fácil.",
      "Esperamos a que subiera el agua y luego salimos.",
      "Tardó más de lo previsto, pero valió la pena.",
      "Le doy un ejemplo.",
      "Nadie pensaba que funcionaría el primer día.",
      "Hay dos cosas que conviene recordar.",
      "¿Y ahora qué hacemos?",
    ],
  },
};
