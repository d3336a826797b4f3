"""Portuguese."""

from ..suggestion import Suggestion
from .language import Label, Language, Line, Value, up_to_one_or_more

PORTUGUESE = Language(
    plural=up_to_one_or_more,
    said=("{number} coisa dita.", "{number} coisas ditas."),
    lines={
        Line.NOTHING_SAID: "Não foi dito nada.",
        Line.NOTHING_KNOWN: "Não foi dito nada de que o Earshot saiba.",
        Line.LEFT: "Saiu de casa: {value}",
        Line.BESIDES_LEFT: (
            "Além disso, algo mais saiu de casa: o som de um microfone, um anúncio ou algo que foi entregue."
        ),
        Line.BESIDES_MAYBE: (
            "Além disso, talvez algo mais tenha saído de casa: o som de um microfone, um anúncio ou algo que "
            "foi entregue."
        ),
        Line.LISTENED: "Escutado ou lido por alguém: {value}",
        Line.BLOCKED: "Recusado por uma regra: {value}",
        Line.OUTSIDE: "Sem passar pelo Earshot: {value}",
        Line.ERASED: "Apagado: {value}",
        Line.KEPT: "Guardado agora: som de {sounds}, palavras de {words}",
        Line.KEPT_UNKNOWN: "Guardado agora: desconhecido, o cofre não responde",
        Line.FALSE_WAKES: "Falsas ativações: {value}",
        Line.UNWATCHED: "Não vigiado: {hours} h {minutes} min. Nenhum número fala desse tempo.",
        Line.SUGGESTION: "Sugestão: {value}",
        Line.NOT_BROUGHT: "Isto é mostrado aqui porque não foi possível chegar a {target}.",
    },
    values={
        Value.AND_PERHAPS: "{number}, e talvez mais {more}",
        Value.AT_LEAST: "{number}, talvez mais",
        Value.PERHAPS: "talvez {more}",
        Value.NONE_KNOWN: "nada de que se saiba",
        Value.UNKNOWN: "desconhecido",
    },
    suggestions={
        Suggestion.LOCAL_ENGINE: (
            "Algo foi para um motor fora de casa, embora o motor do próprio Earshot possa fazer o mesmo aqui. "
            "Pode ser escolhido na página do assistente, em “Configurações → Dispositivos e serviços → "
            "Earshot”."
        ),
        Suggestion.PAST_EARSHOT: (
            "Algo foi sem passar pelo Earshot, por isso ninguém sabe quem o recebeu. “Tornar transparente o "
            "assistente que já existe”, em “Configurações → Dispositivos e serviços → Earshot”, muda isso."
        ),
        Suggestion.FALSE_WAKES: (
            "{satellite} ativa-se muitas vezes sem motivo. Convém afastá-lo da televisão ou do rádio, ou "
            "dar-lhe outra palavra de ativação ou menos sensibilidade, se tiver essas definições."
        ),
        Suggestion.CHECKPOINT: (
            "Ninguém de fora comparou ainda um ponto de verificação do registo. A página “Prova” do painel "
            "mostra um como código QR: convém guardá-lo no telefone."
        ),
    },
    somebody="satélite desconhecido",
    day="{day}/{month}",
    weekdays=("seg", "ter", "qua", "qui", "sex", "sáb", "dom"),
    labels={
        Label.SAID: "dito",
        Label.LEFT: "saiu de casa",
        Label.MAYBE: "talvez",
        Label.FALSE_WAKES: "falsas ativações",
        Label.LISTENED: "escutado ou lido",
        Label.ERASED: "apagado",
        Label.UNWATCHED: "não vigiado",
    },
)
