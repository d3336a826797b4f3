"""French: ordinary words, numbers, days and addresses."""

from ..language import Written

_ORDINARY = """
a absent absents accord achat achats acheter acheté achetée achetés achète actif actifs active activer actives
actuel actuelle actuellement adresse ah ai aide aider aie aient aies ailleurs ainsi ait ajoute ajouter ajoutez
ajuste ajuster alarme alarmes album allais allait aller allez allons allô allume allumer allumé allumée allumées
allumés alors ampoule ampoules an année années anniversaire annonce annoncer annule annuler ans appart
appartement appel appeler appelé appelée appelle apprendre après arrête arrêter arrive arriver arrivé arrivée
artiste as aspirateur aspire aspirer assez atmosphérique attendre attends attendu attention au aucun aucune
augmente augmenter aujourd auquel aussi autant autour autre autres auvent auvents aux avais avait avant avec
avez aviez avions avoir avons ayez à bain bains baisse baisser balcon barre barrer bas base basse batterie beau
beaucoup belle besoin bébé bien bientôt blague blanc blanche bleu bleue boire bois bon bonjour bonne bonnes bons
bonsoir bougie bout bouteille bouteilles brasseur brasseurs bulletin bureau c café caméra caméras canapé capteur
cas cassé cassée cave ce ceci cela celle celles celui cent cependant certain certaines certains ces cet cette
ceux chacun chaleur chambre change changer chanson chansons chante chanter chaque charge chargement charger
chargé chat chaud chaude chaudière chauffage chauffe chauffer cher cherche chercher chez chien chose choses chut
clair claire clef clé clés clim climatisation clos close closes closs coche cocher code coin colis combien
commande commander comme comment complètement compose composer comprend comprends compte comptes concepteur
conçu conçue congélateur connais connaît coucou couleur couleurs couloir coupe couper courant courante courriel
course courses créateur crée créer créé créée cuisine ça d dangereux dans danse date de debout dedans degré
degrés dehors demain demande demander demi demie depuis dernier dernière derrière des descendre descends dessous
dessus devant developpeur devoir déclenché déclenchée déclenchées déclenchés décompte décomptes déjà déjeuner
démarre démarrer dépêche déplace déplacer désactive désactiver désactivé désactivée désactivées désactivés
détail détaillé détaillée détecté détectée détectées détectés développée déverrouille déverrouiller déverrouillé
déverrouillée déverrouillées déverrouillés difficile diminue diminuer dire dis dit dîner dois doit doivent
domicile donc donne donner donnes donné dont dormi dormir dors doucement droite drôle du eau efface elle elles
en enceinte enceintes encore end endroit enfant enfants enfin enlever enlève ensemble ensoleillé ensuite
entendre entends entendu entièrement entre entrée envers envie envoie envoyer es escalier essaie est et etant
etat eteindre eteins eteint eu eux excuse exécute exécuter extérieur éclairage éclairages éclaire éclairer
écoute écouter écran écrire écris écrit élément émission épisode étage étaient étais était étant état éteindre
éteins éteint éteinte éteintes éteints étend étendre étends été être facile facture faim faire fais faisait fait
faites fallait falloir famille fatigué faut fenêtre fenêtres fera ferai feras ferme fermer fermeture fermé
fermée fermées fermés film fini finie fleurs fois font force fort forte four frigo froid froide garage garages
gauche gazon gens grand grande grands grenier gris grise gros grosse habite habiter haut haute herbe heure
heures hier histoire hui humidité ici il illumine illuminer ils image inactif inactifs inactive inactives indice
instant interrupteur interrupteurs intérieur inventeur inventé inventée invité invités j jamais jardin jaune je
jeu jeune joue jouer jour jours juste kelvin kelvins l la laisse laisser lait lampadaire lampe lampes lance
lancer laquelle lave laver là le lecture lent lentement lequel les lesquels lettre leur leurs léger libre linge
lire lis liste listes lit litre litres logement loin long longtemps loquet loquets lorsque lourd lui lumière
lumières lumineuse lumineux luminosité m ma machine mail maintenant mais maison maître mal malgré mange manger
mangé marche marque marquer marron matin matins me meilleur membres merci mes message met mets mettre média
météo même mêmes midi mien mienne mieux min minuit minute minuterie minuteries minutes minuteur minuteurs moi
moins mois moment mon monde monte monter morceau mot mots mouillé moyen mur musique n ne neige neiger nettoie
nettoyer neutre ni noir noire nom nommé nommée non nos notre nous nouveau nouvelle nouvelles nuage nuages nuit
nuits numéro occupé occupée occupées occupés ok okay on ont orage orange ou oublie oublier oublies oublié oui
ouvert ouverte ouvertes ouverts ouverture ouvre ouvrir où paie pain par parce pardon pareil parfait parle parler
parmi part parti partie partir partout pas passe passer passé passée pause payer pelouse pendant pense penser
perdu personne personnes petit petite petits peu peur peut peux photo photos pièce pièces pile piste pizza
plafond plafonnier plaît plantes playlist please plein pleine pleut pleuvoir pleuvra pluie plus plusieurs plutôt
podcast portail portails porte portes portess position poubelle poubelles pour pourcent pourquoi pourra pourrais
pourrait pourras pouvez pouvoir premier première prendre prends presque pression près précédent précédente
présent présente présentes présents prévu prêt prête pris prise prises prochain prochaine programmeur programmé
programmée propre puis puisque qu quand quant que quel quelle quelles quelqu quelque quelques quels question qui
quitter quitté quoi radiateur radiateurs radio rajoute rajouter rajoutez range ranger rappel rappeler rappelle
rappelles rapport rebours regarde regarder relance relancer remets remettre rendez rentre rentrer rentré renvoie
renvoyer repas reprend reprendre reprends reprise reste retard retour retourne retranche retrancher revenir
revient règle réfrigérateur régler répète répéter réponse réserve réserver réveil réveille réveiller rideau
rideaux rien rire robot rose rouge route s sa sais sait sale salle salon salut sans sauf savoir scène script se
sec seconde secondes semaine semaines sept sera serait seras serrure serrures ses seul seule sèche série
shopping si sien silence situe situons soif soir soirée soirs soit sol soleil sombre sommes son sonnette sont
sontelle sontelles sors sortir souffle souhaite souhaiter sourdine sous soustraire soustrais soustrait souvent
statut stop stoppe stopper store stores stp suis suivant suivante supprime supprimer sur surnommé surnommée
surtout sûr t ta table tais tamise tamiser tant tard te teins teint teints tel telle tellement température temps
tenir terminé terminée terrasse terrible tes télé téléphone télévision thermostat thé tiens tient til toi
toilettes tombe tomber ton tond tondeuse tondre tonds tonte totalement toujours tous tout toute toutes tôt
travail travaille travailler très triste trop trouve trouver trouvé trouvons tu turquoise un une uv va vacances
vais vaisselle valeur valide valider vas vendu vent ventilateur ventilateurs ventilo ventilos verrou verrouille
verrouiller verrouillé verrouillée verrouillées verrouillés verrous vers vert verte veulent veut veux vénitien
vénitiens vide vidéo vieille viens vient vieux violet violette visionnage vite vitesse voici voilà voir vois
voit volet volets volume vont vos votre voudrais voudrait vous vrai vraiment vu watt watts week y
"""

FRENCH = Written(
    code="fr",
    ordinary=_ORDINARY,
    numbers=(
        "zéro un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt "
        "vingts trente quarante cinquante soixante septante huitante octante nonante cent cents mille million "
        "millions milliard milliards premier deuxième troisième quatrième cinquième sixième septième huitième "
        "neuvième dixième vingtième centième demi demie demies quart quarts tiers douzaine dizaine dizaines "
        "double triple"
    ),
    number_ties="et",
    dates=(
        "lundi lundis mardi mardis mercredi mercredis jeudi jeudis vendredi vendredis samedi samedis dimanche "
        "dimanches janvier février mars avril mai juin juillet août septembre octobre novembre décembre noël "
        "pâques pentecôte toussaint ascension assomption halloween ramadan saint-sylvestre"
    ),
    units="pourcent pour degré degrés minute minutes heure heures seconde secondes kelvin h",
    number_joiners="et virgule heure heures moins le à",
    articles="un une",
    at_signs="arobase arrobase at",
    dots="point",
    dashes="tiret trait plus underscore",
    linkers="le la les l un une de du des d à au aux en sur dans et chez",
    clitics=(
        "l d j m t s c n qu y en il elle on ils elles moi toi le la les lui nous vous je tu ce t-il va jusqu "
        "lorsqu puisqu aujourd hui quelqu"
    ),
    endings="s x es e",
    surnames="barre blanc brun grand grenier gros léger petit bon beau roux vieux",
    frames={
        "blanche": ("lumiere lampe couleur lumieres en", ""),
        "cent": ("pour", ""),
        "chat": ("le un notre mon", ""),
        "claire": ("plus lumiere moins trop", ""),
        "fleurs": ("les des", ""),
        "rose": ("en couleur lumiere lampe lumieres le la lampes", ""),
        "violette": ("lumiere lampe couleur lumieres en", ""),
    },
).read()
"""French."""
