"""Portuguese: ordinary words, numbers, days and addresses."""

from ..language import Written

_ORDINARY = """
a abaixo aberta abertas aberto abertos aborta abortar abra abras abre abrer abrir acaba acabado acabar acabou
acenda acendas acende acender acendeu acesa acesas aceso acesos acho acima acorda acordar acrescenta acrescentar
adeus adiciona adicionar adicione agora ah ainda aí ajuda ajusta ajustar alarme alarmes além algo alguém algum
alguma algumas alguns ali almoço alta altas altera alterar alto altos amanhã amarela amarelo ambiente ambos anda
andar anedota aniversário ano anos ante anterior antes ao aos apaga apagada apagadas apagado apagados apagar
apagou apague apartamento apenas aprender aquece aquecer aquecimento aquela aquele aqui aquilo ar as aspirador
aspirar assim assistant atenção até ativa ativada ativadas ativado ativados ativar ative atrasado através atrás
atual aumenta aumentar avançar azul à às água álbum área baixa baixar baixo banho base bastante bateria beber
bebé bebê bebido bem boa boas bocadinho bocado bom bonito branca branco brilho cada cadeado cadeados café
caldeira calor cama campainha cancela cancelar canção canções candeeiro candeeiros cansado canta cantar canto
caro carrega carregada carregado carregar carta casa castanha castanho cave cá câmara câmaras cão cedo cena
cenário cento certeza certo chama chamada chamado chamar chamas chamo chave chaves chá chão chega chegar chegou
cheia cheio chove chover chuva cinzento clara claro coisa coisas coloca colocar coloque coluna colunas com come
começa começar comer comida comido comigo como compra comprado comprar compras comprou condicionado congelador
conhece conheço connosco consulta conta contigo continua continuar contra convidado convidados cor cores corre
corredor correr cortador cortina cortinas cozinha código cria criad criada criado criança crianças criar criou
cuidado d da dados daí dançar daqui dar das data dá de debaixo define definir deixa deixar dela delas dele deles
demais demora demorar dentro depois depressa desativa desativada desativadas desativado desativados desce descer
desculpa desde desliga desligada desligadas desligado desligados desligar desligue desligues despertador dessa
desse desta deste destranca destrancada destrancadas destrancado destrancados destrancar dia dias diferente
difícil diminui disse divertido divisão diz dizer do dois dorme dormido dormir dos duração durante e ecrã ela
elas ele eles elimina eliminar em email embora encomenda encontra encontrado encontrar enquanto ensolarado então
entrada entre envia enviar era eram escada escadas escreve escrever escrito escritório escura escuro escuta
escutar espaço espera esquece essa esse esses esta estado estamos estar estarão estava estavam está estáão estás
estão este estes esteve estore estores estou eu exatamente exceto executa executar existe existem exterior é és
faço faixa fala falar falta faltam fatura favor faz fazer fazes fácil fecha fechada fechadas fechado fechados
fechadura fechaduras fechar feche feches feit feita feito festa fez férias fica ficar filme fim flores foi fome
for fora foram força forno forte foste foto fotos frente fresco fria frigorífico frio fui garagem garrafa gato
gente gosta gostaria gostava gosto graças grande grandes grau graus gravar haver havia há hey história hoje home
hora horas humidade igual impossível informação inicia iniciar interior interruptor interruptores ir isso isto
jamais janela janelas jantar jardim já jogo jovem junta juntar junte junto juntos kelvin lado lados laranja
lavar lá lâmpada lâmpadas leite lembra lembrar lembrete lentamente lento ler leva levanta levantar levar leve lê
lhe lhes lido liga ligada ligadas ligado ligados ligar ligue ligues limpa limpar limpo lista litro litros livre
lixo lo logo loiça longe longo lugar luz luzes madrugada mail mais mal manda mandar manhã manhãs marca marcar
mas mau máquina máxima máximo me meia meio melhor menos mensagem mesa meses mesma mesmo meteorologia meu meus
mês mim minha minhas minuto minutos mínima mínimo molhado momento morada mostra muda mudar muita muitas muito
muitos música músicas na nada nas não nem nenhum nenhuma nessa nesse nesta neste nevar neve ninguém no noite
noites nome normal nos nossa nossas nosso nossos nova novas novo novos nós nublado num numa nunca nuvens número
o obrigada obrigado oh oi ok okay olá onde ontem os ou ouço outra outras outro outros ouve ouvir paga pagar
palavra para parabéns parar parece parede parte partida partido partir passa passado passar passe pausa pausar
pára pão pede pedir pela pelas pelo pelos pequena pequeno percebe percebo perdão perde perdida perdido perfeito
pergunta perguntar perigoso persiana persianas perto pesado pessoa pessoas piada pilha pior piso pizza plantas
playlist podcast pode podem poder podes podia podias pois ponha por porcento porque porquê porta portas portão
portões posição possível posso posto pouca pouco poucos pôr põe põem precisa precisas preciso preta preto
previsão primeiro procura procuro pronta pronto prossegue prosseguir próxim próxima próximo quais qual qualquer
quando quanta quantas quanto quantos quarto quartos quase que quem quente quer queres queria quero quê quieto
quintal radiador rádio rápido realmente recorda recuar reduz reduzir registo registos regula remove remover
repete reproduz reproduzir reserva reservado reservar responder resposta resta restante retira retirar retoma
retomar retornar reunião rir robot robô rosa roupa roxa roxo rua sabe saber sabes sai sair saiu sala salta são
script se secar seco secretária sede seguinte segundo segundos seja sem semana semanas sempre senha sensor
sentir ser será seu seus série si sido sim sobe sobre sofá sol som sombra sombras sou sozinho só sótão sua suas
subir sujo suspende suspender tal talvez também tanta tanto tarde tardes tão te telefone telemóvel televisão tem
temos temperatura tempo temporizador temporizadores tenho tens ter termóstato terraço terrível teto teu teus têm
ti tinha tira tirar tive toca tocar toda todas todavia todo todos tolde toldes toldo toldos tomada tomadas
trabalha trabalhar trabalho tranca trancada trancadas trancado trancados trancar trancas traz trazer trás trinco
trincos triste trovoada tu tua tuas tudo turquesa tv um uma umas uns usa usar última último vai vais vamos
varanda vazio vão veja vela velas velha velho vem vemos vendido vento ventoinha ventoinhas ver verdade verde
vermelha vermelho vez vezes vi via vindo violeta vir visto viu vive viver vídeo você vocês volta voltar volume
vou
"""

PORTUGUESE = Written(
    code="pt",
    ordinary=_ORDINARY,
    numbers=(
        "zero um uma dois duas três quatro cinco seis sete oito nove dez onze doze treze catorze quatorze quinze "
        "dezasseis dezesseis dezassete dezessete dezoito dezanove dezenove vinte trinta quarenta cinquenta "
        "sessenta setenta oitenta noventa cem cento centos duzentos duzentas trezentos trezentas quatrocentos "
        "quinhentos seiscentos setecentos oitocentos novecentos mil milhão milhões bilhão primeira segunda "
        "terceiro terceira quarta quinto quinta sexto sexta sétimo sétima oitavo oitava nono nona décimo décima "
        "meia metade dúzia duplo dobro triplo"
    ),
    dates=(
        "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira terça feira sábado sábados domingo "
        "domingos janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro natal "
        "páscoa carnaval halloween ramadão"
    ),
    units="grau graus minuto minutos hora horas segundo segundos kelvin",
    number_joiners="e vírgula menos",
    articles="um uma",
    number_tails="quarto",
    at_signs="arroba",
    dots="ponto",
    dashes="traço hífen underscore baixo sublinhado",
    linkers="o a os as um uma de do da dos das em no na ao à e",
    clitics="me te se lhe o a os as lo la nos lhes no na",
    endings="s es",
    surnames="branco caldeira câmara dias leite luz preto bom velho novo sala porto rocha pinto casa grande",
    frames={
        "branca": ("luz cor luzes em mais", ""),
        "cento": ("por", ""),
        "clara": ("mais luz menos", ""),
        "leite": ("o de", ""),
        "luz": (
            "a uma esta essa cada mais que outra mesma sem com ha de menos muita pouca na da nessa nesta",
            "de do da branca azul vermelha verde acesa apagada",
        ),
        "rosa": ("luz luzes candeeiro para", ""),
        "sol": ("o ao", ""),
        "violeta": ("luz cor", ""),
    },
).read()
"""Portuguese."""
