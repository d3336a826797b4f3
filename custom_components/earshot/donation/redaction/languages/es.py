"""Spanish: ordinary words, numbers, days and addresses."""

from ..language import Written

_ORDINARY = """
a abajo abanico abanicos abierta abiertas abierto abiertos abra abras abre abriéndose abrir abrí acaba acabar
acabo acá acondicionado acorta acortar acortá acorte activa activada activadas activado activados activar
activas activá active activo activos actual actualmente adelante además adentro adiós afuera agrega agregar
agregá agregue agua ah ahí ahora aire ajusta ajustar ajustá ajuste al alarma alarmas algo alguien alguna algunas
alguno algunos algún allá allí alrededor alta altavoces altavoz alto amarilla amarillo ambos ampolleta
ampolletas anaranjado animas animás anoche ante anterior antes añada añade añadir añadí año años apaga apagada
apagadas apagado apagados apagar apagá apague apagues apartamento aposento aposentos aprender apunt apunta
apuntar apuntá apunte aquel aquella aquello aquellos aquí arranca arriba artista aseo así aspira aspirador
aspiradora aspiradoras aspiradores aspirar aspirá aspire assistant atenúa atrás audio aumenta aumentar aumentá
aumente aunque aún ayer ayuda ayúdame azul álbum bailar baja bajado bajar bajá baje bajes bajo balcón baño base
bastante basura batería bebe beber bebé bebido bien blanca blanco bloquea bombilla bombillas bombillo bombillos
bonito borra borrar borrá borre botella brillante brillo buen buena buenas bueno buenos buhardilla busca buscar
busco cada café caldera calefacción calentar calienta caliente calor cama cambia cambiar cambiá cambie cambio
cancela cancelación cancelar cancelas cancelá cancele canciones canción candado candados cansado canta cantar
capítulo carga cargado cargando cargar caro carta casa casi caso cálida cálido cámara cámaras cena cenar cerca
cerrada cerradas cerrado cerrados cerradura cerraduras cerrar cerrá cerrándose cerrojo cerrojos chiste cien
ciento cierra cierre cierres cierto cita citas claro clase clave clima cochera cocheras cocina color colores
come comedor comence comenza comenzar comenzá comer comida comido comience comienza comienzar comienzá como
completa completada completadas completado completados completar completá complete compra comprada compradas
comprado comprados comprar compras compró con conecta conectada conectadas conectado conectados conectar conectá
conecte configura configurar configurá configure congelador conmigo conmutador conmutadores conoce conozco
contar contigo continuar continuá continúa continúe contra contraseña contraventana contraventanas correo
cortacésped cortina cortinas cosa cosas código cómo crea creado crear creá cree creo creó cual cuales cualquier
cualquiera cuando cuanto cuarto cuartos cuál cuáles cuándo cuánta cuántas cuánto cuántos cuenta cuentas cuento
cuéntame cumpleaños da dame dar dará datos dá de debe deben debería debo decid decidme decir decirme decí decíme
decrementa decrementar decrementá decremente deja dejar dejé del delante demasiado demás denominada denominado
dentro departamento desactiva desactivada desactivadas desactivado desactivados desactivar desactivas desactivá
desactive desactivo desactivos desayuno desbloquea desconecta desconectada desconectadas desconectado
desconectados desconectar desconectá desconecte desde despacho despejada despejadas despejado despejados
despertador despertar despierta despiértame después desván detectada detectadas detectado detectados detener
detené detenga detén detrás devolver devolvé devuelva devuelve dé déjala déjalo di dice dicen dicho difícil diga
dile diles dilo dime dio dirección disco disminuir disminuí disminuya disminuye divertido día días donde dormido
dormir dormitorio dos dónde dura durante e echa echada echadas echado echados echar echá eche ejecuta ejecutar
ejecutá ejecute el elemento elimina eliminar eliminá elimine ella ellas ello ellos empece empeza empezar empezá
empiece empieza empiezar empiezá en encenda encende encender encendé encendida encendidas encendido encendidos
enchufe enchufes encienda enciendas enciende enciender enciendé encima encontrado encontrar encuentra encuentran
enfrente enseña entiende entiendo entonces entrada entre enviar enviá envía envían envíe era eran eres es esa
esas escalera escaleras escena escenario escribe escribir escrito escritorio escríbele escucha escuchando
escuchar escuchas escuchá ese eso esos espera esperar esquina est esta estaba estaban estableca establece
establecer establecé establezca establezce establezcer establezcé estado estados estamos estar estará estas está
están estás este esto estor estores estos estoy estuvo él factura falta favor fácil fecha felicita feliz film
filme fin finalice finaliza finalizar finalizá flores foco focos foto fotos fresco frigorífico fría frío fue
fuera fueron fuerte ganas garaje gato gente graba grabando grabas grabá gracias grados gran grande grandes gris
gusta gustar gustaría ha haber habitaciones habitación había habla hablar hace hacen hacer hacia haga hagas hago
hambre han hará haré has hasta hay haya he hecha hechas hecho hechos hemos historia hizo hola home hora horas
horno hoy humedad iba igual importa importaría inactiva inactivada inactivadas inactivado inactivados inactivas
inactivo inactivos incrementa incrementar incrementá incremente indica indicame indicar indicarme indicá
indicáme indique indiqueme indíca indícame indícar indícarme indícá indícáme indíque indíqueme inicia iniciar
iniciá inicie interruptor interruptores invitado invitados ir irse jamás jardín joven juego junto juntos kelvin
la lados lamparilla lamparillas las lavadora lavavajillas lámpara lámparas le leche lee leer leído lejos lento
les levanta levantar levantá levante léeme libre limpia limpiar limpiá limpie limpio lista listado listo litro
litros llama llamada llamado llamar llamo llave llaves llega llegado llegar llego llena lleno lleva llevar
llévame llover lloviendo llueve lluvia lo localiza los luces luego luminaria luminarias luz madrugada mal mala
malo manda mandar mandá mande mañana mañanas marca marcar marcá marcha marchan marque marrón más máxima máximo
me media medianoche medio mediodía mejor menos mensaje mes mesa meses mi mientras minuto minutos mis misma mismo
mí mía mínima mínimo mío mojado momento morada morado mov mover móvil mucha muchas mucho muchos muev mueva mueve
mundo muy música nada nadie naranja necesita necesito negra negro nevar nevera ni nieva nieve ninguna ninguno
ningún niña niño niños no noche noches nombre nos nosotros nube nubes nublado nuestra nuestras nuestro nuestros
nueva nuevas nuevo nuevos nunca número o ocupada ocupadas ocupado ocupados oficina oh oigo oir oír ok okay
olvida olvidalo olvída olvídalo os oscura oscuro otra otras otro otros oye paga pagado pagar pan pantalla
paquete para parar pará pare parece pared parte partes pasa pasado pasar pasillo patio pausa pausar pausá pause
peli peligroso película pena peor pequeña pequeño perdida perdido perdona perdón perfecto pero perro persiana
persianas persona personas pesado pestillo pestillos petición pide pieza piezas pila piso pist pista pizza
pídele planta plantas platos playlist poco pocos podcast podemos poder podés podré podría podrías pon pone ponen
poner poné ponga pongas ponme ponte poquito por porcien porciento porfa porque porqué portal portones portón
posible posición pregunta preguntar prenda prende prender prendé prendida prendidas prendido prendidos primero
programa pronóstico pronto próxima próximo pude puede pueden puedes puedo puerta puertas pues puesto púrpura que
queda quedan qué quien quienes quiera quiere quieren quieres quiero quién quiénes quisiera quita quitar quitá
quite quites quizá quizás radiador radio raro rápido reactiva reactivar reactivá reactive realizada realizadas
realizado realizados realmente reanuda reanudar reanudá reanude recámara recámaras recordar recordatorio
recuerda recuérdame reduce reducir reducí reduzca regresa regresar regresá regrese regula reír remover remové
remueva remueve reproducción reproduce reproducir reproducí reproductor reproductores reproduzca reserva
reservar respuesta resta restante restar restaura restaure restá reste retira retirar retirá retire retorna
retornar retorná retorne retroceda retrocede retroceder retrocedé rincón robot roja rojo ropa rosa rosado rota
roto sabe saber sabes sabé saca sacar sala salas sale salido salir salón salta saltar saltá salte script se sea
secadora seco sed seguir seguí segundo segundos seguro según semana semanas sensor señal ser será serie si sido
siempre siento siga sigo sigue siguiente silencia silenciar silenciá silencie silencio sin sino sitios situación
sí sobre sofá sois sol sola soleado solo somos son sonido soy sólo sótano su suba sube subido subir subí sucio
suelo suma sumar sumá sume suprima suprime suprimir suprimí sus suya suyo tacha tachar tachá tache tal también
tampoco tan tanta tanto tarda tardar tarde tardes te techo tele televisión televisor teléfono tema temperatura
temporizador temporizadores temprano ten tendrá tenemos tener tengo tenue termina terminada terminado terminar
terminá termine termostato terraza terrible té ti tiempo tiene tienen tienes timbre toca tocar toda todas
todavía todo todos toldo toldos toma tomar tope tormenta trabaja trabajar trabajo track trae traer tras tráeme
tres triste tu turquesa tus tú u ubica un una unas uno unos usted ustedes última último va vacaciones vacío vale
valor vamos van vann vas vaya ve veces vela velocidad vendido veneciana venecianas venga ventana ventanas
ventilador ventiladores ver verdad verde verja verjas vete vez vi video vieja viejo viene vienen vienes viento
vino violeta visto visualizar vive vivir vídeo volumen volver volvé vosotros voy vuelta vuelva vuelve y ya yo
"""

SPANISH = Written(
    code="es",
    ordinary=_ORDINARY,
    numbers=(
        "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
        "diecisiete dieciocho diecinueve veinte veintiún veintiuno veintiuna veintidós veintitrés veinticuatro "
        "veinticinco veintiséis veintisiete veintiocho veintinueve treinta cuarenta cincuenta sesenta setenta "
        "ochenta noventa cien ciento cientos doscientos doscientas trescientos trescientas cuatrocientos "
        "cuatrocientas quinientos quinientas seiscientos seiscientas setecientos setecientas ochocientos "
        "ochocientas novecientos novecientas mil miles millón millones primera primer segunda tercero tercera "
        "tercer cuarta quinto quinta sexto sexta séptimo séptima octavo octava noveno novena décimo décima media "
        "medio mitad docena doble triple"
    ),
    dates=(
        "lunes martes miércoles jueves viernes sábado sábados domingo domingos enero febrero marzo abril mayo "
        "junio julio agosto septiembre setiembre octubre noviembre diciembre navidad navidades nochebuena "
        "nochevieja reyes pascua halloween ramadán carnaval"
    ),
    units="grado grados minuto minutos hora horas segundo segundos kelvin",
    number_joiners="y con coma menos",
    articles="un una",
    number_tails="cuarto",
    at_signs="arroba",
    dots="punto",
    dashes="guion guión barra bajo menos",
    linkers="el la los las un una de del al a en y",
    clitics="",
    endings="s es",
    surnames=(
        "blanco botella bueno caldera caro cortina cámara cruz flores grande luna malo mas mesa niño peña puerta "
        "rincón rojo rosado sala salas seco seguí sola vela calle casas campo delgado bello bravo moreno pardo "
        "prieto rubio torres"
    ),
    frames={
        "blanca": ("luz color lampara en luces mas", ""),
        "ciento": ("por", ""),
        "clara": ("mas luz", ""),
        "luces": ("las unas estas todas mas sin con hay de", "de del"),
        "luz": (
            "la una esta esa cada mas que otra misma sin con hay de menos mucha poca pon",
            "de del roja blanca azul verde encendida apagada",
        ),
        "máxima": ("la temperatura potencia a", ""),
        "máximo": ("al volumen brillo nivel el lo", ""),
        "niña": ("la mi una nuestra esa las su", ""),
        "niño": ("el mi un nuestro ese los su al del", ""),
        "pan": ("el de", ""),
        "rosa": ("color en luz lampara luces", ""),
        "sol": ("el al", ""),
        "violeta": ("color en luz lampara luces", ""),
    },
).read()
"""Spanish."""
